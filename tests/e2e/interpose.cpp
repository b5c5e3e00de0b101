// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into the program by the fault tests: kills it at one chosen system call, or lets such calls fail.
//
//   SMSAUTH_FAULT=call|where|number|what
//     call    write, sync, truncate, send, receive
//     where   the end of the file's path; or "~/one,/two", either of them anywhere in it; or "peer:4711", a socket
//             whose other end has this port; or "!peer:4711", any other TCP connection
//     number  the how manieth such call, from 1 on; 0: all
//     what    before, half, after: SIGKILL then (half: after half of the bytes); a number: the call fails with it
//   SMSAUTH_FAULT_WHILE=path   only while this file exists
#include <algorithm>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>

namespace {

struct Fault
{
    std::string call;
    std::string where;
    long number = 0;
    std::string what;
    std::string whileExists;
};

Fault readFault()
{
    Fault fault;
    const char *text = std::getenv("SMSAUTH_FAULT");
    std::string rest = text ? text : "";
    const auto next = [&rest] {
        const size_t end = std::min(rest.find('|'), rest.size());
        const std::string part = rest.substr(0, end);
        rest.erase(0, std::min(end + 1, rest.size()));
        return part;
    };
    fault.call = next();
    fault.where = next();
    fault.number = std::atol(next().c_str());
    fault.what = next();
    if (const char *path = std::getenv("SMSAUTH_FAULT_WHILE"))
        fault.whileExists = path;
    return fault;
}

const Fault &fault()
{
    static const Fault read = readFault();
    return read;
}

bool isThere(int descriptor)
{
    const std::string &where = fault().where;
    const size_t colon = where.find("peer:");
    if (colon == std::string::npos) {
        char path[PATH_MAX];
        const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
        const ssize_t size = ::readlink(link.c_str(), path, sizeof path);
        if (where.front() == '~') {
            const std::string name(path, size_t(std::max<ssize_t>(size, 0)));
            const size_t comma = std::min(where.find(','), where.size());
            const std::string other = where.substr(std::min(comma + 1, where.size()));
            return name.find(where.substr(1, comma - 1)) != std::string::npos ||
                   (!other.empty() && name.find(other) != std::string::npos);
        }
        return size >= ssize_t(where.size()) &&
               std::string(path, size_t(size)).compare(size_t(size) - where.size(), where.size(), where) == 0;
    }
    sockaddr_in peer{};
    socklen_t size = sizeof peer;
    if (::getpeername(descriptor, reinterpret_cast<sockaddr *>(&peer), &size) != 0 || peer.sin_family != AF_INET)
        return false;
    const bool same = ntohs(peer.sin_port) == std::atoi(where.c_str() + colon + 5);
    return where.front() == '!' ? !same : same;
}

enum class Turn { None, Before, Half, After, Fail };

Turn turnOf(const char *call, int descriptor)
{
    static std::atomic<long> count{0};
    if (fault().call != call || !isThere(descriptor))
        return Turn::None;
    if (!fault().whileExists.empty() && ::access(fault().whileExists.c_str(), F_OK) != 0)
        return Turn::None;
    if (fault().number != 0 && ++count < fault().number) // later ones too: this one may bring nothing
        return Turn::None;
    const std::string &what = fault().what;
    return what == "before"  ? Turn::Before
           : what == "half"  ? Turn::Half
           : what == "after" ? Turn::After
                             : Turn::Fail;
}

void die()
{
    ::kill(::getpid(), SIGKILL);
    ::pause();
}

/// real(size) does the call with that many bytes.
template<typename Real>
auto at(const char *call, int descriptor, size_t size, const Real &real) -> decltype(real(size))
{
    const Turn turn = turnOf(call, descriptor);
    if (turn == Turn::Before)
        die();
    if (turn == Turn::Fail) {
        errno = std::atoi(fault().what.c_str());
        return -1;
    }
    const auto result = real(turn == Turn::Half ? size / 2 : size);
    if (turn == Turn::Half || (turn == Turn::After && result >= 0))
        die();
    return result;
}

template<typename Function>
Function *original(const char *name)
{
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

} // namespace

// NOLINTBEGIN: the names and types are the system's
extern "C" {

ssize_t write(int descriptor, const void *bytes, size_t size)
{
    static const auto real = original<ssize_t(int, const void *, size_t)>("write");
    const bool isSocket = fault().where.find("peer:") != std::string::npos;
    return at(isSocket ? "send" : "write", descriptor, size, [&](size_t n) { return real(descriptor, bytes, n); });
}

ssize_t pwrite(int descriptor, const void *bytes, size_t size, off_t offset)
{
    static const auto real = original<ssize_t(int, const void *, size_t, off_t)>("pwrite");
    return at("write", descriptor, size, [&](size_t n) { return real(descriptor, bytes, n, offset); });
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t offset)
{
    static const auto real = original<ssize_t(int, const void *, size_t, off64_t)>("pwrite64");
    return at("write", descriptor, size, [&](size_t n) { return real(descriptor, bytes, n, offset); });
}

int fsync(int descriptor)
{
    static const auto real = original<int(int)>("fsync");
    return at("sync", descriptor, 0, [&](size_t) { return real(descriptor); });
}

int fdatasync(int descriptor)
{
    static const auto real = original<int(int)>("fdatasync");
    return at("sync", descriptor, 0, [&](size_t) { return real(descriptor); });
}

int ftruncate(int descriptor, off_t size) noexcept
{
    static const auto real = original<int(int, off_t)>("ftruncate");
    return at("truncate", descriptor, 0, [&](size_t) { return real(descriptor, size); });
}

int ftruncate64(int descriptor, off64_t size) noexcept
{
    static const auto real = original<int(int, off64_t)>("ftruncate64");
    return at("truncate", descriptor, 0, [&](size_t) { return real(descriptor, size); });
}

ssize_t send(int descriptor, const void *bytes, size_t size, int flags)
{
    static const auto real = original<ssize_t(int, const void *, size_t, int)>("send");
    return at("send", descriptor, size, [&](size_t n) { return real(descriptor, bytes, n, flags); });
}

ssize_t recv(int descriptor, void *bytes, size_t size, int flags)
{
    static const auto real = original<ssize_t(int, void *, size_t, int)>("recv");
    return at("receive", descriptor, size, [&](size_t n) { return real(descriptor, bytes, n, flags); });
}

ssize_t read(int descriptor, void *bytes, size_t size)
{
    static const auto real = original<ssize_t(int, void *, size_t)>("read");
    return at("receive", descriptor, size, [&](size_t n) { return real(descriptor, bytes, n); });
}

} // extern "C"
// NOLINTEND

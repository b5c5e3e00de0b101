// SPDX-License-Identifier: GPL-3.0-or-later
// What libFuzzer calls. The variable SMSAUTH_FUZZ names the target.
#include "tests/fuzz/Targets.h"

#include <QCoreApplication>
#include <cstdio>
#include <cstdlib>

using namespace smsauth;

namespace {

const FuzzTarget *chosen = nullptr;

} // namespace

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    new QCoreApplication(*argc, *argv); // for the life of the process
    const QByteArray name = qgetenv("SMSAUTH_FUZZ");
    for (const FuzzTarget &target : fuzzTargets()) {
        if (name == target.name)
            chosen = &target;
    }
    if (!chosen) {
        std::fprintf(stderr, "SMSAUTH_FUZZ names none of the targets:\n");
        for (const FuzzTarget &target : fuzzTargets())
            std::fprintf(stderr, "  %s\n", target.name);
        std::exit(2);
    }
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    chosen->run(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    return 0;
}

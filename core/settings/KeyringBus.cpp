// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/KeyringBus.h"

#include <QLibrary>

namespace smsauth {

namespace {

// Looked up as QtKeychain looks up libsecret: where there is none, nothing has to be held.
template<class Function>
Function *resolve(const char *library, const char *name)
{
    return reinterpret_cast<Function *>(QLibrary::resolve(QString::fromLatin1(library), 0, name));
}

constexpr int SessionBus = 2; // G_BUS_TYPE_SESSION

} // namespace

std::shared_ptr<void> lastingKeyringBus()
{
    static const auto open = resolve<void *(int, void *, void **)>("gio-2.0", "g_bus_get_sync");
    static const auto exitOnClose = resolve<void(void *, int)>("gio-2.0", "g_dbus_connection_set_exit_on_close");
    static const auto release = resolve<void(void *)>("gobject-2.0", "g_object_unref");
    if (!open || !exitOnClose || !release)
        return {};
    void *connection = open(SessionBus, nullptr, nullptr);
    if (!connection)
        return {};
    exitOnClose(connection, false);
    return {connection, release};
}

} // namespace smsauth

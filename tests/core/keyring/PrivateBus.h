// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace smsauth {

/// A session bus of the test's own on which nobody offers anything. It is the session's bus as long as it lives.
class PrivateBus
{
public:
    PrivateBus()
        : m_before(qgetenv("DBUS_SESSION_BUS_ADDRESS"))
    {
        const QString config = m_folder.filePath(QStringLiteral("bus.conf"));
        QFile file(config);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write the configuration of the bus");
        file.write(R"(<busconfig><type>session</type><listen>unix:dir=)" + QFile::encodeName(m_folder.path()) +
                   R"(</listen><auth>EXTERNAL</auth><policy context="default"><allow send_destination="*"/>)"
                   R"(<allow receive_sender="*"/><allow own="*"/></policy></busconfig>)");
        file.close();
        m_daemon.setStandardErrorFile(QProcess::nullDevice());
        // A test that crashes takes it along.
        m_daemon.setChildProcessModifier([test = ::getpid()] {
            if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || ::getppid() != test)
                ::_exit(1);
        });
        m_daemon.start(QStringLiteral("dbus-daemon"),
                       {QStringLiteral("--nofork"), QStringLiteral("--nosyslog"),
                        QStringLiteral("--print-address=1"), QStringLiteral("--config-file=") + config});
        while (!m_daemon.canReadLine()) {
            if (!m_daemon.waitForReadyRead(10000))
                qFatal("the bus does not start");
        }
        m_address = QString::fromLocal8Bit(m_daemon.readLine().trimmed());
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_address.toLocal8Bit());
    }
    ~PrivateBus()
    {
        kill();
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_before);
    }

    void kill()
    {
        m_daemon.kill();
        m_daemon.waitForFinished();
    }
    const QString &address() const { return m_address; }

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    QString m_address;
    const QByteArray m_before;
};

} // namespace smsauth

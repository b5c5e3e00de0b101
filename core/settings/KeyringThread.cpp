// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/KeyringThread.h"

#include <QCoreApplication>
#include <QThread>

namespace smsauth {

namespace {

/// Lives on the thread; what is posted to it runs there.
QObject *startThread()
{
    auto *thread = new QThread;
    thread->setObjectName(QStringLiteral("keyring"));
    auto *home = new QObject;
    home->moveToThread(thread);
    thread->start();
    // A hanging service may keep it busy for longer than a program wants to take for its end: then it ends with the
    // process. Thread and home are never deleted, because a job that comes back late would still look for them.
    static QThread *running = thread;
    qAddPostRoutine([] {
        running->quit();
        running->wait(QDeadlineTimer(500));
    });
    return home;
}

} // namespace

void KeyringThread::post(std::function<void()> action)
{
    static QObject *home = startThread();
    QMetaObject::invokeMethod(home, std::move(action), Qt::QueuedConnection);
}

} // namespace smsauth

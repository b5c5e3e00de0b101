// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QTimer>

namespace smsauth {

/// What the console remembers across starts: geometry, the page, columns, splitters. One small JSON file of the
/// profile, mode 0600. Holds no secrets, codes or messages. GUI thread; writes happen on a pool thread.
class UiState : public QObject
{
public:
    /// file: need not exist; unreadable content counts as empty. Empty name: nothing is kept (tests).
    explicit UiState(QString file, QObject *parent = nullptr);
    ~UiState() override;

    QJsonValue value(const QString &key, const QJsonValue &fallback = {}) const;
    /// Written within a second, and at the end.
    void setValue(const QString &key, const QJsonValue &value);

    /// For saveState() and saveGeometry() of widgets.
    QByteArray bytes(const QString &key) const;
    void setBytes(const QString &key, const QByteArray &bytes);

private:
    const QString m_file;
    QJsonObject m_values;
    QTimer m_writeSoon;
    bool m_dirty = false;
};

} // namespace smsauth

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace smsauth {

class UiState;

/// A list with the details of its chosen row: side by side where there is room, else one below the other. Remembers
/// the sizes of both arrangements.
class DetailSplitter : public QSplitter
{
public:
    DetailSplitter(QWidget *list, QWidget *details, UiState &state, const QString &key, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QString stateKey() const;
    void arrange();

    UiState &m_state;
    const QString m_key;
    bool m_arranged = false;
};

} // namespace smsauth

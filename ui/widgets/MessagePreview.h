// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace smsauth {

/// How the text of a message arrives, and as how many SMS it will be billed.
class MessagePreview : public QWidget
{
    Q_OBJECT

public:
    explicit MessagePreview(QWidget *parent = nullptr);

    /// pattern: with {code} in it; digits: length of a code.
    void setMessage(const QString &pattern, int digits);

private:
    QLabel *m_text;
    QLabel *m_size;
};

} // namespace smsauth

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"

#include <QScrollArea>

class QVBoxLayout;

namespace smsauth {

/// All that is known of one record, in words. Translated, plain text.
struct Details
{
    struct Fact
    {
        QString name;
        QString value;
        friend bool operator==(const Fact &, const Fact &) = default;
    };
    struct Event
    {
        QString time;
        QString title;
        QString text; ///< may be empty, may have several lines
        Tone tone = Tone::Muted;
        friend bool operator==(const Event &, const Event &) = default;
    };

    QString title;
    QString state; ///< empty: there is no such thing
    Tone tone = Tone::Muted;
    QString reason; ///< why it is not well; empty: it is
    QList<Fact> facts;
    QList<Event> events; ///< oldest first
    friend bool operator==(const Details &, const Details &) = default;
};

/// The page beside a list: the chosen record's facts and its timeline. What does not change is not rebuilt, so that
/// a text somebody is selecting stays.
class RecordDetails : public QScrollArea
{
    Q_OBJECT

public:
    explicit RecordDetails(QWidget *parent = nullptr);

    void show(const Details &details);
    /// hint: translated; what to do to see something here.
    void clear(const QString &hint);
    /// Stands below the title; the panel puts its buttons there.
    void setActions(QWidget *actions);
    /// What is shown, as text; for tests and assistive technology.
    QString plainText() const;

private:
    void rebuild();
    QWidget *headOf(const Details &details);
    QWidget *bodyOf(const Details &details);
    static QWidget *factsOf(const Details &details, QWidget *parent);
    static QWidget *timelineOf(const Details &details, QWidget *parent);

    Details m_details;
    QString m_hint;
    QWidget *m_actions = nullptr;
    QWidget *m_head = nullptr;
    QWidget *m_body = nullptr;
    QVBoxLayout *m_layout;
};

} // namespace smsauth

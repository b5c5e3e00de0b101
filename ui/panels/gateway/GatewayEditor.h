// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Panel.h"
#include "ui/widgets/Latest.h"

#include <QTimer>

class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QTabWidget;

namespace smsauth {

class GatewayFormView;
class GatewayJsonView;
class InlineNotice;
class ReplyTester;
class RequestPreview;

/// A description that is being edited.
struct GatewayDraft
{
    QString id;
    QByteArray text;
    QByteArray saved;  ///< what the text was before anybody edited it
    bool isNew = true; ///< its id is still to be chosen
};

/// A gateway's description in a form and as JSON, side by side with the request that it makes and what it makes of
/// a reply. Only what is valid can be saved.
class GatewayEditor : public QWidget
{
    Q_OBJECT

public:
    explicit GatewayEditor(const PanelContext &context, QWidget *parent = nullptr);

    /// taken: ids that a new gateway cannot have.
    void edit(const GatewayDraft &draft, const QStringList &taken);
    /// The cursor into the first field.
    void takeFocus();
    GatewayDraft draft() const;
    bool hasUnsavedChanges() const;

Q_SIGNALS:
    void saved(const QString &id);
    /// The person wants back; what has not been saved is still in draft().
    void left();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildHead();
    void placeTrials(bool beside);
    void formEdited();
    void jsonEdited();
    void textChanged();
    void tryOut();
    void showProblem(const GatewayProblem &problem);
    /// What is wrong with title or id.
    QString headProblem(const QString &title) const;
    void updateHead();
    void save();

    const PanelContext m_context;
    QLabel *m_heading;
    QLabel *m_idLabel;
    QLineEdit *m_id;
    QPushButton *m_save;
    InlineNotice *m_notice;
    QSplitter *m_splitter;
    QTabWidget *m_views;
    QTabWidget *m_trials;
    GatewayFormView *m_form;
    GatewayJsonView *m_json;
    RequestPreview *m_preview;
    ReplyTester *m_reply;

    GatewayDraft m_opened;
    QByteArray m_text;     ///< what is being edited
    QString m_formMistake; ///< a field of the form that has to be JSON and is not
    QStringList m_taken;
    GatewayProblem m_problem;
    bool m_idTyped = false;
    bool m_judged = false; ///< m_problem is about m_text
    QTimer m_trySoon;
    Latest m_previewing, m_reading, m_saving;
};

} // namespace smsauth

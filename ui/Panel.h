// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/Admin.h"
#include "ui/StatusWatch.h"
#include "ui/Undo.h"
#include "ui/WhenDone.h"

#include <QSet>
#include <QWidget>
#include <functional>

namespace smsauth {

class UiState;

/// One line at the bottom of the window that goes away by itself.
struct Notice
{
    QString text;                 ///< translated; what happened, and for errors what to do next
    QString actionText;           ///< translated, "Undo"; empty: no button
    std::function<void()> action; ///< runs at most once
    bool isError = false;         ///< stays longer, looks different
};

/// All that a panel may reach beside its own widgets. The callbacks are those of the window; a test hands in its
/// own.
struct PanelContext
{
    Admin &admin;
    const Clock &clock;
    StatusWatch &status;
    UiState &state; ///< what is remembered across starts: splitters, columns, the last number. Never secrets.
    /// Shows another panel. id: as in Panels.cpp; argument: what that panel's open() understands, may be empty.
    std::function<void(const QString &id, const QString &argument)> openPanel = [](const QString &,
                                                                                   const QString &) {};
    std::function<void(const Notice &notice)> notify = [](const Notice &) {};
    /// Puts a code or token on the clipboard, from where it is taken back after 10 s. label: translated, "Code".
    std::function<void(const QString &secret, const QString &label)> copySecret = [](const QString &,
                                                                                     const QString &) {};
    /// Carries a code to where it can be verified.
    std::function<void(const PhoneNumber &phone, const QString &code)> useCode = [](const PhoneNumber &,
                                                                                    const QString &) {};
    /// Unlocks the secret store, with a prompt where it needs one, and starts the server.
    std::function<void()> unlock = [] {};
    /// For how long deeds can be taken back.
    milliseconds undoTime = UndoTime;
};

/// One page of the console. It asks Admin for what it shows when it comes on screen and when a topic that it
/// listens to has changed while it is on screen; hidden panels ask nothing.
///
/// To add one: a .cpp in ui/panels with the panel and `std::unique_ptr<Panel> makeXPanel(const PanelContext &)`,
/// and one line in Panels.cpp.
class Panel : public QWidget
{
    Q_OBJECT

public:
    Panel(const PanelContext &context, QSet<Admin::Topic> topics, QWidget *parent = nullptr);

    /// Translated; sidebar, headline and window title.
    virtual QString title() const = 0;
    /// Name of a file in resources/icons without its ending.
    virtual QString iconName() const = 0;
    /// A short count beside the title in the sidebar; empty: none. Asked whenever the status has changed.
    virtual QString badge(const ServerStatus &) const { return {}; }
    /// Somebody came here by a link with an argument, e.g. a phone number in E.164 or a message's id.
    virtual void open(const QString &argument) { Q_UNUSED(argument) }
    /// Ctrl+F. Panels with a filter put the focus there.
    virtual void focusFilter() {}
    /// Ctrl+Z. False: nothing to undo here.
    virtual bool undo() { return false; }

    /// A person wants to use this code of the simulated phone. False: this page has no use for one.
    virtual bool takeCode(const PhoneNumber &phone, const QString &code)
    {
        Q_UNUSED(phone)
        Q_UNUSED(code)
        return false;
    }

    /// Asks anew; called by the base class, see above. Must not block.
    virtual void refresh() = 0;

    /// Keys belong to this page now: to the widget of setFirstFocus(), or to the page itself.
    void focusFirst(Qt::FocusReason reason);

protected:
    void showEvent(QShowEvent *event) override;

    /// Not as a focus proxy: with one on a whole page, Tab leaves out what lies before the proxy.
    void setFirstFocus(QWidget *widget) { m_firstFocus = widget; }

    const PanelContext &context() const { return m_context; }
    Admin &admin() const { return m_context.admin; }
    const ServerStatus &status() const { return m_context.status.current(); }
    bool isSimulated() const { return m_context.status.isSimulated(); }

    /// Asks, then calls done(const T &) with the value; an error is shown as a notice in words.
    template<class T, class Done>
    void ask(const Admin::Answer<T> &answer, Done done)
    {
        whenDone(this, answer, [this, done = std::move(done)](const Result<T> &result) mutable {
            if (!result)
                showError(result.error());
            else if constexpr (std::is_void_v<T>)
                done();
            else
                done(*result);
        });
    }
    /// As above with its own way to show an error: failed(const Error &).
    template<class T, class Done, class Failed>
    void ask(const Admin::Answer<T> &answer, Done done, Failed failed)
    {
        whenDone(this, answer,
                 [done = std::move(done), failed = std::move(failed)](const Result<T> &result) mutable {
                     if (!result)
                         failed(result.error());
                     else if constexpr (std::is_void_v<T>)
                         done();
                     else
                         done(*result);
                 });
    }

    void showError(const Error &error);
    void showNotice(const QString &text) { m_context.notify({text, {}, {}, false}); }

private:
    const PanelContext m_context;
    const QSet<Admin::Topic> m_topics;
    QWidget *m_firstFocus = nullptr;
};

} // namespace smsauth

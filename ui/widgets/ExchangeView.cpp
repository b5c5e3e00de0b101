// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ExchangeView.h"

#include "ui/CoreText.h"
#include "ui/Format.h"
#include "ui/Theme.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

QString headersText(const HeaderLines &headers)
{
    QString text;
    for (const auto &[name, value] : headers)
        text += QString::fromLatin1(name + ": " + value) + u'\n';
    return text;
}

} // namespace

ExchangeView::ExchangeView(QWidget *parent)
    : QWidget(parent)
    , m_request(new QPlainTextEdit(this))
    , m_response(new QPlainTextEdit(this))
{
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(Space::M);
    const auto addHalf = [&](const QString &title, QPlainTextEdit *text, const QString &placeholder) {
        text->setReadOnly(true);
        text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
        text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        text->setPlaceholderText(placeholder);
        text->setTabChangesFocus(true);
        setLook(text, Look::Mono);
        auto *half = new QWidget(splitter);
        auto *layout = new QVBoxLayout(half);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(Space::XS);
        auto *label = new QLabel(title, half);
        setLook(label, Look::Muted);
        label->setBuddy(text);
        layout->addWidget(label);
        layout->addWidget(text, 1);
        splitter->addWidget(half);
    };
    addHalf(tr("Request"), m_request, tr("What is sent appears here, whole."));
    addHalf(tr("Response"), m_response, tr("What the server answers appears here, whole."));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
}

void ExchangeView::show(const Exchange &exchange)
{
    m_exchange = exchange;
    m_request->setPlainText(requestText(exchange));
    m_response->setPlainText(exchange.status == 0
                                 ? tr("No answer: %1").arg(coreText(exchange.failure))
                                 : responseText(exchange) +
                                       (exchange.truncated ? tr("\n… the rest is not kept") : QString()));
}

void ExchangeView::clear()
{
    m_exchange.reset();
    m_request->clear();
    m_response->clear();
}

QString ExchangeView::requestText(const Exchange &exchange)
{
    const QString target = exchange.url.toString(QUrl::FullyEncoded | QUrl::RemoveScheme | QUrl::RemoveAuthority |
                                                 QUrl::RemoveFragment);
    return QString::fromLatin1(exchange.method) + u' ' + target + u" HTTP/1.1\n"_s +
           headersText(exchange.requestHeaders) + u'\n' + prettyJson(exchange.requestBody);
}

QString ExchangeView::responseText(const Exchange &exchange)
{
    return u"HTTP/1.1 %1 "_s.arg(exchange.status) + QString::fromLatin1(exchange.reason) + u'\n' +
           headersText(exchange.responseHeaders) + u'\n' + prettyJson(exchange.responseBody);
}

} // namespace smsauth

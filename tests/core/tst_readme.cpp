// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/SettingsList.h"

#include <QFile>
#include <QTest>

using namespace smsauth;

namespace {

const QString Begin = QStringLiteral("<!-- settings: begin -->\n");
const QString End = QStringLiteral("<!-- settings: end -->");

QString cell(const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return QStringLiteral("–");
    const QString text = value.toVariant().toString();
    return text.isEmpty() ? QStringLiteral("–") : u'`' + text + u'`';
}

QString settingsTable()
{
    QString table = QStringLiteral("| Setting | Default | Range | Meaning |\n|---|---|---|---|\n");
    const Settings defaults;
    for (const SettingInfo &info : settingsList()) {
        table +=
            QStringLiteral("| `%1` | %2 | %3 | %4 |\n")
                .arg(info.key, cell(info.write(defaults)), QString(info.range).replace(u'|', QStringLiteral("\\|")),
                     QString(info.help).replace(u'|', QStringLiteral("\\|")));
    }
    return table;
}

} // namespace

class tst_Readme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // SMSAUTH_UPDATE_README=1 writes the table instead of comparing it.
    void theTableOfSettingsIsTheList()
    {
        QFile file(QStringLiteral(SMSAUTH_SOURCE_DIR "/README.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QString readme = QString::fromUtf8(file.readAll());
        file.close();
        const qsizetype from = readme.indexOf(Begin) + Begin.size();
        const qsizetype to = readme.indexOf(End);
        QVERIFY(from >= Begin.size() && to >= from);
        if (qEnvironmentVariableIsSet("SMSAUTH_UPDATE_README")) {
            readme.replace(from, to - from, settingsTable());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(readme.toUtf8());
            return;
        }
        QCOMPARE(readme.sliced(from, to - from), settingsTable());
    }
};

QTEST_GUILESS_MAIN(tst_Readme)
#include "tst_readme.moc"

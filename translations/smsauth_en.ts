<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>smsauth::AlsoTry</name>
    <message numerus="yes">
        <source>After %n wrong tries the right code is refused: 400 or 429.</source>
        <translation>
            <numerusform>After %n wrong try the right code is refused: 400 or 429.</numerusform>
            <numerusform>After %n wrong tries the right code is refused: 400 or 429.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::AuditTexts</name>
    <message numerus="yes">
        <source>%n earlier row(s)</source>
        <translation>
            <numerusform>%n earlier row</numerusform>
            <numerusform>%n earlier rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No row has been sealed with the present key yet; the %n row(s) from before cannot be checked.</source>
        <translation>
            <numerusform>No row has been sealed with the present key yet; the %n row from before cannot be checked.</numerusform>
            <numerusform>No row has been sealed with the present key yet; the %n rows from before cannot be checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sound: %n row(s), sealed since %1.</source>
        <translation>
            <numerusform>Sound: %n row, sealed since %1.</numerusform>
            <numerusform>Sound: %n rows, sealed since %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier row(s) are as they were then.</source>
        <translation>
            <numerusform>%n earlier row is as it was then.</numerusform>
            <numerusform>%n earlier rows are as they were then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::CleanupHistory</name>
    <message numerus="yes">
        <source>Nothing to remove in %n run(s)</source>
        <translation>
            <numerusform>Nothing to remove in %n run</numerusform>
            <numerusform>Nothing to remove in %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed %n code(s)</source>
        <translation>
            <numerusform>Removed %n code</numerusform>
            <numerusform>Removed %n codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> and %n row(s) of the send log</source>
        <translation>
            <numerusform> and %n row of the send log</numerusform>
            <numerusform> and %n rows of the send log</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n line(s)</source>
        <translation>
            <numerusform>Show all %n line</numerusform>
            <numerusform>Show all %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::CleanupSettings</name>
    <message numerus="yes">
        <source>%1: removed %n code(s)</source>
        <translation>
            <numerusform>%1: removed %n code</numerusform>
            <numerusform>%1: removed %n codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> and %n row(s) of the send log</source>
        <translation>
            <numerusform> and %n row of the send log</numerusform>
            <numerusform> and %n rows of the send log</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::CodeTexts</name>
    <message numerus="yes">
        <source>%n wrong try(s)</source>
        <translation>
            <numerusform>%n wrong try</numerusform>
            <numerusform>%n wrong tries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::CountriesCard</name>
    <message numerus="yes">
        <source>%n of %1 countries allowed</source>
        <translation>
            <numerusform>%n of %1 countries allowed</numerusform>
            <numerusform>%n of %1 countries allowed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::ErrorText</name>
    <message numerus="yes">
        <source>Too many requests. Try again in %n second(s).</source>
        <translation>
            <numerusform>Too many requests. Try again in %n second.</numerusform>
            <numerusform>Too many requests. Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::ExpiredCodesCard</name>
    <message numerus="yes">
        <source>%n expired code(s)</source>
        <translation>
            <numerusform>%n expired code</numerusform>
            <numerusform>%n expired codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Clear %n expired code(s)</source>
        <translation>
            <numerusform>&amp;Clear %n expired code</numerusform>
            <numerusform>&amp;Clear %n expired codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) will be cleared in %1.</source>
        <translation>
            <numerusform>%n code will be cleared in %1.</numerusform>
            <numerusform>%n codes will be cleared in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n expired code(s) cleared.</source>
        <translation>
            <numerusform>%n expired code cleared.</numerusform>
            <numerusform>%n expired codes cleared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n old row(s) of the send log went with them.</source>
        <translation>
            <numerusform>%n old row of the send log went with them.</numerusform>
            <numerusform>%n old rows of the send log went with them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A cleanup now would remove %n expired code(s).</source>
        <translation>
            <numerusform>A cleanup now would remove %n expired code.</numerusform>
            <numerusform>A cleanup now would remove %n expired codes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n old row(s) of the send log would go with them.</source>
        <translation>
            <numerusform>%n old row of the send log would go with them.</numerusform>
            <numerusform>%n old rows of the send log would go with them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::FaultForm</name>
    <message numerus="yes">
        <source>A code has %n digit(s).</source>
        <translation>
            <numerusform>A code has %n digit.</numerusform>
            <numerusform>A code has %n digits.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::Format</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::GatewayEditor</name>
    <message numerus="yes">
        <source>The title is longer than %n character(s). Shorten it.</source>
        <translation>
            <numerusform>The title is longer than %n character. Shorten it.</numerusform>
            <numerusform>The title is longer than %n characters. Shorten it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::GatewayFormView</name>
    <message numerus="yes">
        <source>At most %n character(s): lists have no room for more.</source>
        <translation>
            <numerusform>At most %n character: lists have no room for more.</numerusform>
            <numerusform>At most %n characters: lists have no room for more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::GatewayPage</name>
    <message numerus="yes">
        <source>%n message(s) that wait for the simulator will be cancelled.</source>
        <translation>
            <numerusform>%n message that wait for the simulator will be cancelled.</numerusform>
            <numerusform>%n messages that wait for the simulator will be cancelled.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::HistoryView</name>
    <message numerus="yes">
        <source>%n flow(s)</source>
        <translation>
            <numerusform>%n flow</numerusform>
            <numerusform>%n flows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::LatencyChart</name>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::LimitWindows</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::LogExportCard</name>
    <message numerus="yes">
        <source>%n row(s) written to %1.</source>
        <translation>
            <numerusform>%n row written to %1.</numerusform>
            <numerusform>%n rows written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::MainWindow</name>
    <message numerus="yes">
        <source>%1 copied. It leaves the clipboard in %n second(s).</source>
        <translation>
            <numerusform>%1 copied. It leaves the clipboard in %n second.</numerusform>
            <numerusform>%1 copied. It leaves the clipboard in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::MessagePreview</name>
    <message numerus="yes">
        <source>Sent as %n SMS.</source>
        <translation>
            <numerusform>Sent as %n SMS.</numerusform>
            <numerusform>Sent as %n SMS.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Room for %n more character(s).</source>
        <translation>
            <numerusform>Room for %n more character.</numerusform>
            <numerusform>Room for %n more characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::OverviewPanel</name>
    <message numerus="yes">
        <source>%n message(s) could not be sent today.</source>
        <translation>
            <numerusform>%n message could not be sent today.</numerusform>
            <numerusform>%n messages could not be sent today.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) for a code were blocked today.</source>
        <translation>
            <numerusform>%n request for a code was blocked today.</numerusform>
            <numerusform>%n requests for a code were blocked today.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::PassphraseFields</name>
    <message numerus="yes">
        <source>The passphrase needs at least %n character(s).</source>
        <translation>
            <numerusform>The passphrase needs at least %n character.</numerusform>
            <numerusform>The passphrase needs at least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::ProtectionPanel</name>
    <message numerus="yes">
        <source>%n change(s) not applied.</source>
        <translation>
            <numerusform>%n change not applied.</numerusform>
            <numerusform>%n changes not applied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::RecordTable</name>
    <message numerus="yes">
        <source>%n or more new</source>
        <translation>
            <numerusform>%n or more new</numerusform>
            <numerusform>%n or more new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::ReplyTester</name>
    <message numerus="yes">
        <source>Not before %n second(s) are over.</source>
        <translation>
            <numerusform>Not before %n second is over.</numerusform>
            <numerusform>Not before %n seconds are over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::RestoreQuestion</name>
    <message numerus="yes">
        <source>Restore %n user(s)</source>
        <translation>
            <numerusform>Restore %n user</numerusform>
            <numerusform>Restore %n users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::SendLogPanel</name>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::SettingsPanel</name>
    <message numerus="yes">
        <source>%n setting(s) cannot be used as typed.</source>
        <translation>
            <numerusform>%n setting cannot be used as typed.</numerusform>
            <numerusform>%n settings cannot be used as typed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not applied.</source>
        <translation>
            <numerusform>%n change not applied.</numerusform>
            <numerusform>%n changes not applied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) applied.</source>
        <translation>
            <numerusform>%n setting applied.</numerusform>
            <numerusform>%n settings applied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::SimulatedPhone</name>
    <message numerus="yes">
        <source>%1 (%n new)</source>
        <translation>
            <numerusform>%1 (%n new)</numerusform>
            <numerusform>%1 (%n new)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::TestNumbers</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) cleared. Nothing goes wrong any more.</source>
        <translation>
            <numerusform>%n rule cleared. Nothing goes wrong any more.</numerusform>
            <numerusform>%n rules cleared. Nothing goes wrong any more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::TodayFigures</name>
    <message numerus="yes">
        <source>%n message(s) sent in the last 24 hours</source>
        <translation>
            <numerusform>%n message sent in the last 24 hours</numerusform>
            <numerusform>%n messages sent in the last 24 hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::TrialLine</name>
    <message numerus="yes">
        <source>The last %n day(s): looking …</source>
        <translation>
            <numerusform>The last day: looking …</numerusform>
            <numerusform>The last %n days: looking …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %n day(s): nobody asked for a code.</source>
        <translation>
            <numerusform>The last day: nobody asked for a code.</numerusform>
            <numerusform>The last %n days: nobody asked for a code.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %n day(s): would have blocked %1 of %2.</source>
        <translation>
            <numerusform>The last day: would have blocked %1 of %2.</numerusform>
            <numerusform>The last %n days: would have blocked %1 of %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::Warnings</name>
    <message numerus="yes">
        <source>Faults on (%n)</source>
        <translation>
            <numerusform>Faults on (%n)</numerusform>
            <numerusform>Faults on (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test number(s) or fault(s) of the simulator are on: messages may be late, lost or refused.</source>
        <translation>
            <numerusform>%n test number or fault of the simulator is on: messages may be late, lost or refused.</numerusform>
            <numerusform>%n test numbers or faults of the simulator are on: messages may be late, lost or refused.</numerusform>
        </translation>
    </message>
</context>
</TS>

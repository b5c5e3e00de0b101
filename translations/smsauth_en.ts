<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>smsauth::AlsoTry</name>
    <message numerus="yes">
        <source>After %Ln wrong tries the right code is refused: 400 or 429.</source>
        <translation>
            <numerusform>After %Ln wrong try the right code is refused: 400 or 429.</numerusform>
            <numerusform>After %Ln wrong tries the right code is refused: 400 or 429.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::AuditTexts</name>
    <message numerus="yes">
        <source>%Ln earlier row(s)</source>
        <translation>
            <numerusform>%Ln earlier row</numerusform>
            <numerusform>%Ln earlier rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No row has been sealed with the present key yet; the %Ln row(s) from before cannot be checked.</source>
        <translation>
            <numerusform>No row has been sealed with the present key yet; the %Ln row from before cannot be checked.</numerusform>
            <numerusform>No row has been sealed with the present key yet; the %Ln rows from before cannot be checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sound: %Ln row(s), sealed since %1.</source>
        <translation>
            <numerusform>Sound: %Ln row, sealed since %1.</numerusform>
            <numerusform>Sound: %Ln rows, sealed since %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln earlier row(s) are as they were then.</source>
        <translation>
            <numerusform>%Ln earlier row is as it was then.</numerusform>
            <numerusform>%Ln earlier rows are as they were then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more.</source>
        <translation>
            <numerusform>And %Ln more.</numerusform>
            <numerusform>And %Ln more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln code(s)</source>
        <translation>
            <numerusform>%Ln code</numerusform>
            <numerusform>%Ln codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rule(s)</source>
        <translation>
            <numerusform>%Ln rule</numerusform>
            <numerusform>%Ln rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::CleanupHistory</name>
    <message numerus="yes">
        <source>Nothing to remove in %Ln run(s)</source>
        <translation>
            <numerusform>Nothing to remove in %Ln run</numerusform>
            <numerusform>Nothing to remove in %Ln runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed %Ln code(s)</source>
        <translation>
            <numerusform>Removed %Ln code</numerusform>
            <numerusform>Removed %Ln codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> and %Ln row(s) of the send log</source>
        <translation>
            <numerusform> and %Ln row of the send log</numerusform>
            <numerusform> and %Ln rows of the send log</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln line(s)</source>
        <translation>
            <numerusform>Show all %Ln line</numerusform>
            <numerusform>Show all %Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::CleanupSettings</name>
    <message numerus="yes">
        <source>%1: removed %Ln code(s)</source>
        <translation>
            <numerusform>%1: removed %Ln code</numerusform>
            <numerusform>%1: removed %Ln codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> and %Ln row(s) of the send log</source>
        <translation>
            <numerusform> and %Ln row of the send log</numerusform>
            <numerusform> and %Ln rows of the send log</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::CodeTexts</name>
    <message numerus="yes">
        <source>%Ln wrong try(s)</source>
        <translation>
            <numerusform>%Ln wrong try</numerusform>
            <numerusform>%Ln wrong tries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::CountriesCard</name>
    <message numerus="yes">
        <source>%Ln of %1 countries allowed</source>
        <translation>
            <numerusform>%Ln of %1 countries allowed</numerusform>
            <numerusform>%Ln of %1 countries allowed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::ErrorText</name>
    <message numerus="yes">
        <source>Too many requests. Try again in %Ln second(s).</source>
        <translation>
            <numerusform>Too many requests. Try again in %Ln second.</numerusform>
            <numerusform>Too many requests. Try again in %Ln seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::ExpiredCodesCard</name>
    <message numerus="yes">
        <source>%Ln expired code(s)</source>
        <translation>
            <numerusform>%Ln expired code</numerusform>
            <numerusform>%Ln expired codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Clear %Ln expired code(s)</source>
        <translation>
            <numerusform>&amp;Clear %Ln expired code</numerusform>
            <numerusform>&amp;Clear %Ln expired codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln code(s) will be cleared in %1.</source>
        <translation>
            <numerusform>%Ln code will be cleared in %1.</numerusform>
            <numerusform>%Ln codes will be cleared in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln expired code(s) cleared.</source>
        <translation>
            <numerusform>%Ln expired code cleared.</numerusform>
            <numerusform>%Ln expired codes cleared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln old row(s) of the send log went with them.</source>
        <translation>
            <numerusform>%Ln old row of the send log went with them.</numerusform>
            <numerusform>%Ln old rows of the send log went with them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A cleanup now would remove %Ln expired code(s).</source>
        <translation>
            <numerusform>A cleanup now would remove %Ln expired code.</numerusform>
            <numerusform>A cleanup now would remove %Ln expired codes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln old row(s) of the send log would go with them.</source>
        <translation>
            <numerusform>%Ln old row of the send log would go with them.</numerusform>
            <numerusform>%Ln old rows of the send log would go with them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::FaultForm</name>
    <message numerus="yes">
        <source>A code has %Ln digit(s).</source>
        <translation>
            <numerusform>A code has %Ln digit.</numerusform>
            <numerusform>A code has %Ln digits.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::FaultList</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::Format</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::GatewayEditor</name>
    <message numerus="yes">
        <source>The title is longer than %Ln character(s). Shorten it.</source>
        <translation>
            <numerusform>The title is longer than %Ln character. Shorten it.</numerusform>
            <numerusform>The title is longer than %Ln characters. Shorten it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::GatewayFormView</name>
    <message numerus="yes">
        <source>At most %Ln character(s): lists have no room for more.</source>
        <translation>
            <numerusform>At most %Ln character: lists have no room for more.</numerusform>
            <numerusform>At most %Ln characters: lists have no room for more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::GatewayPage</name>
    <message numerus="yes">
        <source>%Ln message(s) that wait for the simulator will be cancelled.</source>
        <translation>
            <numerusform>%Ln message that wait for the simulator will be cancelled.</numerusform>
            <numerusform>%Ln messages that wait for the simulator will be cancelled.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::HistoryView</name>
    <message numerus="yes">
        <source>%Ln flow(s)</source>
        <translation>
            <numerusform>%Ln flow</numerusform>
            <numerusform>%Ln flows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::LatencyChart</name>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::LimitWindows</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln second</numerusform>
            <numerusform>%Ln seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::LogExportCard</name>
    <message numerus="yes">
        <source>%Ln row(s) written to %1.</source>
        <translation>
            <numerusform>%Ln row written to %1.</numerusform>
            <numerusform>%Ln rows written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::MainWindow</name>
    <message numerus="yes">
        <source>%1 copied. It leaves the clipboard in %Ln second(s).</source>
        <translation>
            <numerusform>%1 copied. It leaves the clipboard in %Ln second.</numerusform>
            <numerusform>%1 copied. It leaves the clipboard in %Ln seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::MessagePreview</name>
    <message numerus="yes">
        <source>Sent as %Ln SMS.</source>
        <translation>
            <numerusform>Sent as %Ln SMS.</numerusform>
            <numerusform>Sent as %Ln SMS.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Room for %Ln more character(s).</source>
        <translation>
            <numerusform>Room for %Ln more character.</numerusform>
            <numerusform>Room for %Ln more characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::OverviewPanel</name>
    <message numerus="yes">
        <source>%Ln message(s) could not be sent today.</source>
        <translation>
            <numerusform>%Ln message could not be sent today.</numerusform>
            <numerusform>%Ln messages could not be sent today.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) for a code were blocked today.</source>
        <translation>
            <numerusform>%Ln request for a code was blocked today.</numerusform>
            <numerusform>%Ln requests for a code were blocked today.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::PassphraseFields</name>
    <message numerus="yes">
        <source>The passphrase needs at least %Ln character(s).</source>
        <translation>
            <numerusform>The passphrase needs at least %Ln character.</numerusform>
            <numerusform>The passphrase needs at least %Ln characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::ProtectionPanel</name>
    <message numerus="yes">
        <source>%Ln change(s) not applied.</source>
        <translation>
            <numerusform>%Ln change not applied.</numerusform>
            <numerusform>%Ln changes not applied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::RecordTable</name>
    <message numerus="yes">
        <source>%Ln or more new</source>
        <translation>
            <numerusform>%Ln or more new</numerusform>
            <numerusform>%Ln or more new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::ReplyTester</name>
    <message numerus="yes">
        <source>Not before %Ln second(s) are over.</source>
        <translation>
            <numerusform>Not before %Ln second is over.</numerusform>
            <numerusform>Not before %Ln seconds are over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::RestoreQuestion</name>
    <message numerus="yes">
        <source>Restore %Ln user(s)</source>
        <translation>
            <numerusform>Restore %Ln user</numerusform>
            <numerusform>Restore %Ln users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::SendLogPanel</name>
    <message numerus="yes">
        <source>%Ln attempt(s)</source>
        <translation>
            <numerusform>%Ln attempt</numerusform>
            <numerusform>%Ln attempts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::SettingsPanel</name>
    <message numerus="yes">
        <source>%Ln setting(s) cannot be used as typed.</source>
        <translation>
            <numerusform>%Ln setting cannot be used as typed.</numerusform>
            <numerusform>%Ln settings cannot be used as typed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) not applied.</source>
        <translation>
            <numerusform>%Ln change not applied.</numerusform>
            <numerusform>%Ln changes not applied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln setting(s) applied.</source>
        <translation>
            <numerusform>%Ln setting applied.</numerusform>
            <numerusform>%Ln settings applied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::SimulatedPhone</name>
    <message numerus="yes">
        <source>%1 (%Ln new)</source>
        <translation>
            <numerusform>%1 (%Ln new)</numerusform>
            <numerusform>%1 (%Ln new)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::StorageCard</name>
    <message numerus="yes">
        <source>The audit trail that was restored is not sound: %Ln finding(s). Somebody may have changed the back-up or the database it was made of.</source>
        <translation>
            <numerusform>The audit trail that was restored is not sound: %Ln finding. Somebody may have changed the back-up or the database it was made of.</numerusform>
            <numerusform>The audit trail that was restored is not sound: %Ln findings. Somebody may have changed the back-up or the database it was made of.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::TestNumbers</name>
    <message numerus="yes">
        <source>%Ln rule(s) cleared. Nothing goes wrong any more.</source>
        <translation>
            <numerusform>%Ln rule cleared. Nothing goes wrong any more.</numerusform>
            <numerusform>%Ln rules cleared. Nothing goes wrong any more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::TodayFigures</name>
    <message numerus="yes">
        <source>%Ln message(s) sent in the last 24 hours</source>
        <translation>
            <numerusform>%Ln message sent in the last 24 hours</numerusform>
            <numerusform>%Ln messages sent in the last 24 hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::TrialLine</name>
    <message numerus="yes">
        <source>The last %Ln day(s): nobody asked for a code.</source>
        <translation>
            <numerusform>The last day: nobody asked for a code.</numerusform>
            <numerusform>The last %Ln days: nobody asked for a code.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %Ln day(s): would have blocked %1 of %2.</source>
        <translation>
            <numerusform>The last day: would have blocked %1 of %2.</numerusform>
            <numerusform>The last %Ln days: would have blocked %1 of %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %Ln day(s): looking…</source>
        <translation>
            <numerusform>The last %Ln day: looking…</numerusform>
            <numerusform>The last %Ln days: looking…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::Warnings</name>
    <message numerus="yes">
        <source>Faults on (%Ln)</source>
        <translation>
            <numerusform>Faults on (%Ln)</numerusform>
            <numerusform>Faults on (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln test number(s) or fault(s) of the simulator are on: messages may be late, lost or refused.</source>
        <translation>
            <numerusform>%Ln test number or fault of the simulator is on: messages may be late, lost or refused.</numerusform>
            <numerusform>%Ln test numbers or faults of the simulator are on: messages may be late, lost or refused.</numerusform>
        </translation>
    </message>
</context>
</TS>

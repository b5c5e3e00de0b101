<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>smsauth::AppearanceMenu</name>
        <message>
            <source>&amp;Appearance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As the &amp;system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reduce &amp;motion</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::CleanupPanel</name>
        <message>
            <source>Cleanup</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::CleanupSettings</name>
        <message>
            <source>Clean up by &amp;itself, every</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time between two cleanups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Apply</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Revert</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Schedule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send log</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rows that are older, and the oldest beyond the number, go with the next cleanup.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Days to keep the send log</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rows of the send log to keep at most</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep at most</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Read again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not since the program was started</source>
            <translation type="unfinished" />
        </message>
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
        <message>
            <source>Only when you ask for it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In %1, at %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Applied.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::Closing</name>
        <message>
            <source>Close the window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server is still running.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Apps can go on using it while its window is in the tray.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Apps can go on using it while its window is minimised.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Do this every time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep in the tray</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep running, minimised</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop and quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When the window is &amp;closed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Ask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Keep the server running</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Stop and quit</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::CodeActions</name>
        <message>
            <source>&amp;Copy code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Reveal…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Verify with it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show in send log</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reveal the code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More to do with this code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send a new code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Five minutes more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Expire now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete this code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reveal a code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reveal the code of %1?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whoever has it can sign in as this person. That you have looked is written to the audit trail.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A new code is on its way.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The code is valid for five minutes more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The code has expired.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::CodeDelegate</name>
        <message>
            <source>Copy the code (Ctrl+C)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::CodeTexts</name>
        <message>
            <source>Phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The key of this code is gone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Codes are hidden in live mode.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tries</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1/%2</source>
            <comment>wrong tries / tries allowed</comment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delivery</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Asked for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Valid until</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Was valid until</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 of %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Purpose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change of number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign-in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Gateway</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n wrong try(s)</source>
            <translation>
                <numerusform>%n wrong try</numerusform>
                <numerusform>%n wrong tries</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>smsauth::CodesPanel</name>
        <message>
            <source>Codes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter codes by phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show &amp;finished codes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No codes for this phone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No live codes for this phone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No codes yet. They appear here when an app calls POST %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No live codes. They appear here when an app calls POST %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server is stopped: press F5 to start it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a code to see what happened to it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Code of %1 deleted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::CommandField</name>
        <message>
            <source>Nothing is called so. Try another word.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find an action</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words of an action</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What do you want to do?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Actions that fit</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::DurationEdit</name>
        <message>
            <source>Unit of %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>seconds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>hours</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::ErrorText</name>
        <message>
            <source>This value cannot be used. Correct it and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is not a valid phone number. Write it with its country code, such as +1 202-555-0101.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This code is wrong or no longer valid. Check it, or ask for a new one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A code was sent to this number a moment ago. Use it, or wait before you ask for another.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another user has this number already. Choose a different one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This needs a valid token. Sign in first.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Too many requests. Try again in %n second(s).</source>
            <translation>
                <numerusform>Too many requests. Try again in %n second.</numerusform>
                <numerusform>Too many requests. Try again in %n seconds.</numerusform>
            </translation>
        </message>
        <message>
            <source>Too many requests. Try again later, or change the limits in Settings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Numbers of this country are not allowed. Add the country in Settings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is no longer there. Refresh the page.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is not possible in the present mode.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server is busy just now. Try again in a moment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The database cannot be used just now. Check that the disk is not full and the profile can be written, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The secret store is locked. Unlock it, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No secret store can be used. Start a keyring, or choose another kind of store in Settings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A credential of the gateway has not been set. Enter it under Providers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is in use by another program. Close that program or choose another port or profile.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No answer came in time. Check the connection and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The gateway refused. Its own words follow; correct the cause under Providers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The settings cannot be used as they are. Correct the one that is named.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This was cancelled. Nothing was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something went wrong inside the program. Try again; if it stays, report it with the details.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::ExchangeView</name>
        <message>
            <source>Request</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is sent appears here, whole.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Response</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the server answers appears here, whole.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No answer: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>
… the rest is not kept</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::ExpiredCodesCard</name>
        <message>
            <source>What would &amp;go?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Try again</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n expired code(s)</source>
            <translation>
                <numerusform>%n expired code</numerusform>
                <numerusform>%n expired codes</numerusform>
            </translation>
        </message>
        <message>
            <source>Next check in %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The next check is due now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing expired.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They can no longer be used and only take up room.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clearing…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear expired codes</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>&amp;Clear %n expired code(s)</source>
            <translation>
                <numerusform>&amp;Clear %n expired code</numerusform>
                <numerusform>&amp;Clear %n expired codes</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing to clear</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n code(s) will be cleared in %1.</source>
            <translation>
                <numerusform>%n code will be cleared in %1.</numerusform>
                <numerusform>%n codes will be cleared in %1.</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation type="unfinished" />
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
        <message>
            <source>A cleanup now would remove no code.</source>
            <translation type="unfinished" />
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
        <message>
            <source>Live codes and users stay.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::FailureArea</name>
        <message>
            <source>This is not the passphrase of this profile. Try again.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::FailureBanner</name>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server did not start, because its port is taken.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use a free port</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server did not start.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unlock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server stays stopped: its secrets are in a sealed file that needs a passphrase.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the passphrase</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::FieldForm</name>
        <message>
            <source>Forget</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forget %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Is removed from the secret store when you save.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Replaces the stored one when you save.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stored in the keyring. Leave empty to keep it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stored in the sealed file of the profile. Leave empty to keep it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kept in memory until the program ends. Leave empty to keep it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comes from the environment. Change it there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comes from the credentials of the service. Change it there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not set.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Goes to the secret store when you save.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::FirstSteps</name>
        <message>
            <source>Start over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try a sign-in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy token</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy as curl</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look inside under Try it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same with curl</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Token</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Commands copied.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send me a code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start the server first: F5.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Press Enter: a code arrives on the simulated phone at the right. Press Enter again to sign in with it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Live mode: a real SMS goes to this number and may cost money.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sending…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Verify</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The code is on the simulated phone. Press Enter to verify it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The code is on its way to the phone. Type it here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Verifying…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That was a whole sign-in, over HTTP as your app would do it. The same from a terminal:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Signed in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Signed in, token received</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Signed in, token valid</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Token not valid: %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::FlowSession</name>
        <message>
            <source>The server is not running. Start it with F5, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The code was accepted but did not arrive on the simulated phone. Look into the send log for the reason.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server answered “%1”. The code from before is still valid: verify it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No answer from %1: %2. Check that the server is running, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server answered with status %1. See the whole answer under Try it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server answered with status %1: “%2”.</source>
            <translation type="unfinished" />
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
        <message>
            <source>%1 h %2 min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 h</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 min %2 s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>just now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 ago</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Queued</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delivered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not delivered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Expired</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancelled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Blocked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Key lost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Live</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Used</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Replaced</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Too many tries</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Starting…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Running</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopping…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Simulated</source>
            <comment>mode</comment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Live</source>
            <comment>mode</comment>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::GatewayPage</name>
        <message>
            <source>Test &amp;credentials</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Revert</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send &amp;test SMS</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try it with your own phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sends one real SMS with the values above, saved or not.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In use</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not in use</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saving…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Testing…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sending…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Switching…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Use this gateway</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 accepts these credentials.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 refuses them: “%2”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 did not take it: “%2”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delivered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 took it. It should arrive within a minute.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 took it as %2. It should arrive within a minute.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From now on every sign-in sends a real SMS through %1, which it will charge for. Codes are no longer shown here.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n message(s) that wait for the simulator will be cancelled.</source>
            <translation>
                <numerusform>%n message that wait for the simulator will be cancelled.</numerusform>
                <numerusform>%n messages that wait for the simulator will be cancelled.</numerusform>
            </translation>
        </message>
        <message>
            <source>A credential is not set yet: %1 will probably refuse every message.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your changes on this page are saved first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go live</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go live with %1?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go live with %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is in use now.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::HelpDialog</name>
        <message>
            <source>Help: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Is the server up, is anything wrong, and how do I get a code.

Press Enter: a code is sent to the simulated phone on the right. Press Enter again: it is verified, and you have the token that your app would get. Below stands what was sent today, and what needs your attention.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The codes that are valid now, for whom, and for how long.

Choose one to see what happened to it. In live mode the digits are hidden; revealing them is written to the audit trail. A deleted code can be taken back for eight seconds with Ctrl+Z.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Signs in as your app would: over HTTP, to the running server.

Send a code, verify it, and look at both requests and answers as they went over the wire.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What went out, whether it arrived, and if not, why: every attempt with the gateway's own words.

Requests that a limit has blocked are rows as well. The log can be filtered and exported.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Through which gateway messages go.

The simulator is active at first and needs nothing. Enter the credentials of a gateway, check them, send a test SMS, and only then go live with it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How much has expired and when it goes by itself.

Clearing by hand can be taken back for eight seconds. Live codes and users are never touched.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who has signed in, and when.

A user is created by the first correct code. Here they can be found, blocked, given another number or deleted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything that the server can be told, with its range and where its value comes from.

What comes from the environment or the command line can be changed only there. New settings are checked before they are applied; if the server does not start with them, the old ones come back.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::LockScreen</name>
        <message>
            <source>Word to unlock with</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same word again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Do not lock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a word to unlock with</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It keeps others from reading what stands here while you are away. It is not stored: after a restart the console is open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Locked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server goes on working.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unlock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type a word.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is not the word. Try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The two are not the same. Type it twice once more.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::Locking</name>
        <message>
            <source>&amp;Lock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lock after ten &amp;minutes of rest</source>
            <translation type="unfinished" />
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
        <message>
            <source>Server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Address copied.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is nothing to undo.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Find in page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start on a &amp;free port</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Copy the address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start with the &amp;console</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Keyboard shortcuts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;View</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SIMULATED</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>LIVE</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 – SMS Auth Console – %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Tools</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find an &amp;action…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;About this page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SMS Auth Console – locked</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::MessageBubble</name>
        <message>
            <source>Use this code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The text is no longer readable: its key is gone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy code of message %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use code of message %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 · %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 · valid for %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 · expired</source>
            <translation type="unfinished" />
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
        <message>
            <source>It has characters outside the GSM alphabet, so an SMS holds less than half as many.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::MessageStory</name>
        <message>
            <source>HTTP %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>code %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 ms</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Handed to %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Attempt %1: handed to %2</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::OverviewPanel</name>
        <message>
            <source>Apps reach the server at %1. The send log and all else is kept in %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The reason stands above.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Apps cannot reach the server. Start it with F5.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One moment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Overview</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n message(s) could not be sent today.</source>
            <translation>
                <numerusform>%n message could not be sent today.</numerusform>
                <numerusform>%n messages could not be sent today.</numerusform>
            </translation>
        </message>
        <message>
            <source>Open the send log</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::PassphrasePrompt</name>
        <message>
            <source>Passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Passphrase again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave the secrets locked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It will seal the secrets of this profile. Keep it: without it they are lost.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The secrets of this profile are in a sealed file. The server starts when it is open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Seal and start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unlock and start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The two are not the same. Type it twice once more.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::PhoneDock</name>
        <message>
            <source>Simulated phone</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::PhoneEdit</name>
        <message>
            <source>+1 202-555-0101</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A valid number</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::ProvidersPanel</name>
        <message>
            <source>The simulator is in use again. No SMS leaves this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find a gateway</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Gateways</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Providers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In use</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Simulator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The keyring is locked, so stored credentials cannot be read. Nothing is lost.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Unlock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Credentials are kept in memory and are gone when the program ends. Choose another secret store in Settings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Credentials that you save here are kept in memory until the program ends.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::RecordDetails</name>
        <message>
            <source>Details</source>
            <translation type="unfinished" />
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
        <name>smsauth::SendLogFilter</name>
        <message>
            <source>There is no state “%1”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1:” is not known here. Use to:, status: or provider:.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::SendLogPanel</name>
        <message>
            <source>Sent messages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter the send log</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone or words, or to: status: provider:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only this &amp;number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All states</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On their way</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Went out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Problems</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send log</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This message is no longer in the log.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing sent in this range.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing sent yet. Every message and every blocked request leaves a row here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Gateway</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What happened</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n attempt(s)</source>
            <translation>
                <numerusform>%n attempt</numerusform>
                <numerusform>%n attempts</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose a message to see every attempt and what the gateway said.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Accepted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Blocked: nothing was sent</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::ServerControl</name>
        <message>
            <source>Stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop the server (F5)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start the server (F5)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::SettingOrigin</name>
        <message>
            <source>Set by the environment variable %1. Change it there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set by --set %1=… when the program was started.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::SettingRow</name>
        <message>
            <source>Use the default</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 Range: %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use the default of %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Goes back to the default when you apply.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set in the settings file.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::SettingsConsent</name>
        <message>
            <source>Go live</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go live with %1?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From now on every sign-in sends a real SMS through %1, which it will charge for. Codes are no longer shown here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go live with %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Listen to the network</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Listen on %1?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other computers will reach this server: whoever is on that network can ask for codes and try to sign in. Until now that was possible from this computer only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Listen on %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::SettingsForm</name>
        <message>
            <source>No setting matches. Try another word.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Codes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Messages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Users and answers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Gateway</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Limits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tokens</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Secrets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Upkeep</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::SettingsImporter</name>
        <message>
            <source>Import settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings (*.py *.json)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is not a file with settings. Choose another one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 cannot be read: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put into the secret store: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without effect here:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There was nothing to import.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::SettingsPanel</name>
        <message>
            <source>&amp;Import settings…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Revert</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find a setting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Applying…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Apply</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Importing…</source>
            <translation type="unfinished" />
        </message>
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
        <name>smsauth::ShortcutList</name>
        <message>
            <source>Keyboard shortcuts</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::Sidebar</name>
        <message>
            <source>Pages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::SimulatedPhone</name>
        <message>
            <source>Simulated phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a simulated phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another phone with the next free test number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Messages on the simulated phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No messages yet.
They appear here as on a phone.
No SMS leaves this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send a code to this phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Code</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%1 (%n new)</source>
            <translation>
                <numerusform>%1 (%n new)</numerusform>
                <numerusform>%1 (%n new)</numerusform>
            </translation>
        </message>
        <message>
            <source>Put the phone back into the window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the phone in a window of its own</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::SimulatorPage</name>
        <message>
            <source>Back to the &amp;simulator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Simulator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To send real messages, add a gateway. It can be tested before it is used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In use</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not in use</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The simulator is active and needs nothing. Messages appear on the simulated phone; no SMS leaves this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With the simulator no SMS leaves this computer. Messages appear on the simulated phone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::StatusLine</name>
        <message>
            <source>Queue %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Live codes %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sent %1 · Failed %2 today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clears the clipboard in %1 s</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::Toast</name>
        <message>
            <source>Notice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close the notice</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::TodayFigures</name>
        <message>
            <source>Sent today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Verified today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Failed today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Blocked today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sent in the last 24 hours</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n message(s) sent in the last 24 hours</source>
            <translation>
                <numerusform>%n message sent in the last 24 hours</numerusform>
                <numerusform>%n messages sent in the last 24 hours</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 % of those sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>half of them within %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, </source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::TokenView</name>
        <message>
            <source>Copy token</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Token</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Token header</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Claims</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Signature checked, valid</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not valid: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No token yet. Verify a code to get one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No expiry</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Expires in %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Expired %1 ago</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::TopBar</name>
        <message>
            <source>Copy the server's address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SIMULATED</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>LIVE</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No SMS leaves this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Real messages through %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>See what needs attention</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find an action (Ctrl+K)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::TrayIcon</name>
        <message>
            <source>Show the &amp;window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Stop and quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SIMULATED</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>LIVE</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SMS Auth Console: %1, %2</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::TryItPanel</name>
        <message>
            <source>Send code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Verify</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Walk both</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy as curl</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Requests of this session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No requests yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Request and response</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Token</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What went over the wire</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sends a code, reads it from the simulated phone and verifies it, as a test script would</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Code received</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>F&amp;low</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Send code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Verify</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Walk both</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy as &amp;curl</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server is not running. Start it with F5.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The code has been sent to the simulated phone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The code has been sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Signed in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The requests go over HTTP to the running server, as those of an app would.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 · %2 %3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No answer · %1 ms</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 %2 · %3 ms</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Command</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try it</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::UserActions</name>
        <message>
            <source>Change &amp;number…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete this user</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Unblock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Block</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 may sign in again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is blocked: no code is accepted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The user keeps everything else and signs in with the new number from now on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The number is changed.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::UsersPanel</name>
        <message>
            <source>Users</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find users</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone, name or e-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A user is created by the first correct code.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No user fits.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last sign-in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Never</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Since</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Active</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Blocked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a user to see their sign-ins.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No code of this user is accepted until they are unblocked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Number of the user</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>User name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Code asked for: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>User %1 deleted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>smsauth::Warnings</name>
        <message>
            <source>Secrets locked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The secret store is locked. Until it is unlocked, codes cannot be read and nothing is sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unlock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Debug code on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A fixed debug code is accepted. Anyone who can reach the server can sign in with it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reachable from network</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other computers can reach this server. Make sure that this is what you want.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Codes shorter than 6 digits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Real codes have fewer than 6 digits and are easier to guess. Use 6 or more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Secrets only in memory</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keys are kept in memory only: a restart ends live codes and makes tokens invalid.</source>
            <translation type="unfinished" />
        </message>
    </context>
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
</TS>

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommandTable.h"

#include <array>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

using Name = QLatin1StringView;
using Kind = OptionInfo::Kind;

const OptionInfo limitOption{Name("limit"), Kind::Number, Name("N"), Name("limit"),
                             Name("at most N rows, 1-1000 (200)")};
const OptionInfo beforeOption{Name("before"), Kind::Number, Name("ID"), Name("before"),
                              Name("only rows older than ID")};

OptionInfo phoneOption(bool required)
{
    return {Name("phone"), Kind::Text, Name("P"), Name("phone"), Name("this phone number"), required};
}

const std::array table{
    CommandInfo{Name("serve"),
                {},
                {},
                {},
                {},
                Name("run the server until SIGTERM or SIGINT"),
                Name(R"({"event":"listening","url":"http://127.0.0.1:8000","pid":1,"profile":"..."})"),
                {}},
    CommandInfo{Name("status"),
                {},
                Name("status"),
                {},
                {},
                Name("mode, counters and warnings of the profile"),
                Name(R"({"state","url","mode","provider","queued","live_codes","warnings",...})"),
                {}},
    CommandInfo{Name("clear-expired"),
                Name("clear_expired"),
                Name("clear-expired"),
                {},
                {},
                Name("remove codes that ran out unused"),
                Name(R"({"expired":3,"removed":3})"),
                {{Name("dry-run"), Kind::Flag, {}, Name("dry_run"), Name("only count them")}}},
    CommandInfo{
        Name("codes list"),
        {},
        Name("codes.list"),
        {},
        {},
        Name("codes, newest first"),
        Name(
            R"({"codes":[{"id","phone","code","created_at","expires_at","tries","max_tries","state","message_state"}]})"),
        {phoneOption(false),
         {Name("live"), Kind::Flag, {}, Name("live"), Name("only codes that can be used now")},
         limitOption,
         beforeOption}},
    CommandInfo{Name("codes wait"),
                {},
                Name("codes.wait"),
                {},
                {},
                Name("wait for the code of a phone (simulated mode); exit code 4 at the time-out"),
                Name(R"({"id","phone","text","code","created_at","state"})"),
                {phoneOption(true),
                 {Name("since"), Kind::Number, Name("ID"), Name("since"), Name("only a message after ID")},
                 {Name("timeout"), Kind::Number, Name("S"), Name("timeout"), Name("seconds to wait, 0-120 (30)")}}},
    CommandInfo{
        Name("log"),
        {},
        Name("log"),
        {},
        {},
        Name("the send log with every attempt, newest first"),
        Name(
            R"({"messages":[{"id","created_at","phone","provider","state","provider_message_id","attempts":[{"at","provider","status","provider_code","error","ms"}]}]})"),
        {phoneOption(false),
         {Name("state"), Kind::Text, Name("S"), Name("state"),
          Name("queued, sending, sent, delivered, undelivered, failed, expired, cancelled, blocked, key_lost")},
         {Name("filter"), Kind::Text, Name("TEXT"), Name("filter"),
          Name("as in the console, e.g. 'status:failed provider:twilio to:*0101 last:24h'")},
         {Name("export"), Kind::Text, Name("FORMAT"), Name("export"),
          Name("write all that --filter finds to a file, as csv or jsonl, with masked phones; answers "
               "{\"rows\",\"file\"}")},
         {Name("out"), Kind::Text, Name("FILE"), Name("out"), Name("the file of an export")},
         {Name("full-phones"), Kind::Flag, {}, Name("full_phones"), Name("whole phone numbers in an export")},
         {Name("overwrite"), Kind::Flag, {}, Name("overwrite"), Name("replace FILE of an export if it is there")},
         limitOption,
         beforeOption}},
    CommandInfo{
        Name("send-test"),
        {},
        Name("send-test"),
        {},
        {},
        Name("send a test message through a gateway"),
        Name(R"({"state","provider","provider_message_id","error"})"),
        {{Name("to"), Kind::Text, Name("P"), Name("to"), Name("the receiver's number"), true},
         {Name("provider"), Kind::Text, Name("ID"), Name("provider"), Name("this gateway (the active one)")}}},
    CommandInfo{
        Name("users list"),
        {},
        Name("users.list"),
        {},
        {},
        Name("who has signed in, newest first"),
        Name(
            R"({"users":[{"pk","username","first_name","last_name","email","is_active","created_at","last_sign_in_at"}]})"),
        {{Name("find"), Kind::Text, Name("TEXT"), Name("find"),
          Name("only users with TEXT in number, user name, name or e-mail address")},
         limitOption,
         beforeOption}},
    CommandInfo{Name("faults list"),
                {},
                Name("faults.list"),
                {},
                {},
                Name("test numbers and faults of the simulator"),
                Name(R"({"faults":[{"id","phone","outcome","delay","limits",...}]})"),
                {}},
    CommandInfo{
        Name("faults set"),
        {},
        Name("faults.set"),
        {},
        {},
        Name("add or replace the rule of a number, or of a share of all (simulated mode)"),
        Name(R"({"id","phone","outcome","delay","limits",...})"),
        {phoneOption(false),
         {Name("probability"), Kind::Number, Name("N"), Name("probability"),
          Name("instead of a phone: N percent of all sign-ins, 1-100")},
         {Name("outcome"), Kind::Text, Name("O"), Name("outcome"),
          Name("delivered, provider_error, time_out, never_arrives, duplicate, out_of_order, expired, locked")},
         {Name("status"), Kind::Number, Name("S"), Name("status"), Name("with provider_error: 400-599")},
         {Name("delay"), Kind::Number, Name("S"), Name("delay"), Name("seconds until the message is there, 0-60")},
         {Name("code"), Kind::Text, Name("C"), Name("code"), Name("always this code")},
         {Name("until"), Kind::Text, Name("T"), Name("until"),
          Name("end of the rule, such as 2026-01-01T12:00:00Z")},
         {Name("no-limits"), Kind::Flag, {}, Name("no_limits"), Name("no limits and no wait between two codes")}}},
    CommandInfo{Name("faults clear"),
                {},
                Name("faults.clear"),
                {},
                {},
                Name("remove all rules, or that of a number"),
                Name(R"({"deleted":2})"),
                {phoneOption(false)}},
    CommandInfo{Name("backup"),
                {},
                Name("backup"),
                Name("FILE"),
                Name("file"),
                Name("write a copy of the database as of now, while the server runs"),
                Name(R"({"file","bytes","codes","messages","users"})"),
                {{Name("overwrite"), Kind::Flag, {}, Name("overwrite"), Name("replace FILE if it is there")}}},
    CommandInfo{Name("restore"),
                {},
                Name("restore"),
                Name("FILE"),
                Name("file"),
                Name("put a back-up in the place of the database, which stays aside under a dated name"),
                Name(R"({"kept","codes","messages","users","same_key"})"),
                {}},
    CommandInfo{
        Name("compact"),
        {},
        Name("compact"),
        {},
        {},
        Name("give free space in the database back to the disk"),
        Name(R"({"before","after"})"),
        {{Name("rebuild"),
          Kind::Flag,
          {},
          Name("rebuild"),
          Name("write the file anew, which one of an earlier version needs once; the server stops meanwhile")}}},
    CommandInfo{Name("audit list"),
                {},
                Name("audit.list"),
                {},
                {},
                Name("the audit trail, newest first"),
                Name(R"({"rows":[{"id","at","actor","action","subject","detail"}]})"),
                {{Name("find"), Kind::Text, Name("TEXT"), Name("find"),
                  Name("only rows with TEXT in who, what, whom or detail")},
                 limitOption,
                 beforeOption}},
    CommandInfo{
        Name("audit verify"),
        {},
        Name("audit.verify"),
        {},
        {},
        Name("check the seals of the whole audit trail; exit code 1 when it is not sound"),
        Name(
            R"({"sound","rows","checked","earlier","begins","since","newest","unanchored","found","findings":[{"fault","first","last","other","detail"}]})"),
        {{Name("noted"), Kind::Text, Name("ID:SEAL"), Name("noted"),
          Name("the trail must hold this row, the newest one of an earlier verify")}}},
    CommandInfo{
        Name("flow run"),
        {},
        {},
        {},
        {},
        Name("sign many numbers in over HTTP, with codes from the simulated phone, and time it; exit code 1 when a "
             "flow failed"),
        Name(
            R"({"passed","failed","not_run","seconds","flows_per_second","flow":{"count","p50_ms","p95_ms","p99_ms","max_ms"},"sign_in":{...},"code_arrival":{...},"verify":{...},"errors":[{"step","status","answer","count"}],"hints":[...],...})"),
        {{Name("n"), Kind::Number, Name("N"), Name("n"), Name("how many flows, 1-100000 (100)")},
         {Name("parallel"), Kind::Number, Name("P"), Name("parallel"), Name("how many at once, 1-64 (16)")},
         {Name("rate"), Kind::Number, Name("R"), Name("rate"),
          Name("flows begun in a second, 1-10000 (as fast as they go)")},
         {Name("phone"), Kind::Text, Name("P"), Name("phone"),
          Name("the first phone number; each flow takes the next one (+12025550100)")},
         {Name("url"), Kind::Text, Name("URL"), Name("url"),
          Name("this server, with its path if that is not auth/ (the one that runs on the profile)")},
         {Name("junit"), Kind::Text, Name("FILE"), Name("junit"), Name("write a JUnit report, one case a flow")}}},
    CommandInfo{Name("settings show"),
                {},
                Name("settings.show"),
                {},
                {},
                Name("every setting with its value"),
                Name(R"({"settings":{...},"ignored":[...]})"),
                {}},
    CommandInfo{Name("settings check"),
                {},
                {},
                {},
                {},
                Name("check file, environment and --set without starting anything"),
                Name(R"({"settings":{...},"ignored":[...]})"),
                {}},
    CommandInfo{Name("settings import"),
                {},
                Name("settings.import"),
                Name("FILE"),
                Name("text"),
                Name("take over SMS_AUTH_SETTINGS from JSON or a settings.py"),
                Name(R"({"settings":{...},"ignored":[...]})"),
                {{Name("live"), Kind::Flag, {}, Name("live"), Name("go live if the settings name a gateway")}}},
    CommandInfo{Name("secret set"),
                {},
                Name("secret.set"),
                Name("NAME"),
                Name("name"),
                Name("store a secret; its value comes from standard input or a prompt"),
                Name(R"({"name"})"),
                {}},
    CommandInfo{Name("secret list"),
                {},
                Name("secret.list"),
                {},
                {},
                Name("names of secrets and where they lie"),
                Name(R"({"secrets":[{"name","place","read_only"}]})"),
                {}},
    CommandInfo{Name("secret delete"),
                {},
                Name("secret.delete"),
                Name("NAME"),
                Name("name"),
                Name("remove a secret"),
                Name(R"({"name"})"),
                {}},
};

} // namespace

std::span<const CommandInfo> commandTable()
{
    return table;
}

std::optional<FoundCommand> findCommand(const QStringList &words)
{
    for (const CommandInfo &info : table) {
        for (const Name spelling : {info.words, info.alias}) {
            const QStringList name = QString(spelling).split(u' ', Qt::SkipEmptyParts);
            if (!name.isEmpty() && words.mid(0, name.size()) == name)
                return FoundCommand{&info, name.size()};
        }
    }
    return std::nullopt;
}

} // namespace smsauth

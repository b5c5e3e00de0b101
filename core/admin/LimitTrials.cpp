// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/LimitTrials.h"

#include "core/auth/LimitReplay.h"
#include "core/engine/Engine.h"

namespace smsauth {

namespace {

constexpr int SliceRows = 2'000; // some milliseconds of work

} // namespace

struct LimitTrials::Run
{
    LimitReplay replay;
    Timestamp earliest; ///< older requests cannot matter
    Done<LimitTrial> done;
    std::optional<RowIdRange> rows; ///< still to be read; none: not looked up yet
};

void LimitTrials::start(Engine &engine, const Settings &settings, Done<LimitTrial> done)
{
    if (const auto older = std::exchange(m_run, nullptr))
        older->done({ErrorCode::Cancelled, QStringLiteral("other settings are tried now")});
    const Timestamp from = engine.clock().now() - std::chrono::days(LimitTrial::Days);
    m_run = std::make_shared<Run>(
        Run{LimitReplay(settings, from), from - LimitReplay::reach(settings), std::move(done), {}});
    goOn(engine, m_run);
}

void LimitTrials::goOn(Engine &engine, const std::shared_ptr<Run> &run)
{
    // The reader alone touches the replay while a slice is on its way.
    engine.reader().submit<bool>(
        engine.home(),
        [run](Stores &stores) -> Result<bool> {
            if (!run->rows)
                run->rows = stores.log.idsSince(run->earliest, LimitTrial::MaxRows);
            const QList<LoggedRequest> slice = stores.log.requests(*run->rows, SliceRows);
            for (const LoggedRequest &request : slice)
                run->replay.take(request);
            if (!slice.isEmpty())
                run->rows->after = slice.constLast().id;
            return slice.size() < SliceRows;
        },
        [this, &engine, run](const Result<bool> &isLast) {
            if (run != m_run)
                return;
            if (isLast && !*isLast)
                return goOn(engine, run);
            m_run.reset();
            run->done(isLast ? Result<LimitTrial>(run->replay.trial()) : Result<LimitTrial>(isLast.error()));
        });
}

} // namespace smsauth

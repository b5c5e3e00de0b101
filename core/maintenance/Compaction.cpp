// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maintenance/Compaction.h"

#include "core/storage/Checkpointer.h"
#include "core/storage/DatabaseSpace.h"
#include "core/storage/StorageThread.h"
#include "core/storage/Stores.h"

namespace smsauth {

namespace {

constexpr int Pages = 128; // of 4 KiB: some milliseconds of work

struct Step
{
    StorageSize before, after;
    bool more = false;
};

} // namespace

void Compaction::run(Done done)
{
    m_waiting.append(std::move(done));
    if (m_waiting.size() > 1)
        return;
    m_report = {};
    step();
}

void Compaction::step()
{
    m_storage.submit<Step>(
        m_home,
        [](Stores &stores) {
            return stores.atomically([&]() -> Result<Step> {
                Step step;
                step.before = sizeOf(stores.database);
                if (!step.before.shrinks)
                    return {
                        ErrorCode::NotAllowed,
                        QStringLiteral("this database was made by an earlier version and has to be rebuilt once")};
                step.more = giveBack(stores.database, Pages);
                step.after = sizeOf(stores.database);
                return step;
            });
        },
        [this](const Result<Step> &step) {
            if (!step)
                return finish(step.error());
            if (m_report.before == 0)
                m_report.before = step->before.bytes;
            m_report.after = step->after.bytes;
            step->more ? this->step() : finish(m_report);
        });
}

void Compaction::finish(const Result<CompactReport> &result)
{
    // The file itself gets shorter with the next checkpoint.
    if (m_checkpointer)
        m_checkpointer->truncateSoon();
    for (const Done &done : std::exchange(m_waiting, {}))
        done(result);
}

} // namespace smsauth

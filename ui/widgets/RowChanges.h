// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace smsauth {

/// Whoever shows rows is told before and after they change.
class RowChanges
{
public:
    virtual ~RowChanges() = default;
    virtual void beginInsert(int first, int last) = 0;
    virtual void endInsert() = 0;
    virtual void beginRemove(int first, int last) = 0;
    virtual void endRemove() = 0;
    virtual void beginReset() = 0;
    virtual void endReset() = 0;
    virtual void changed(int first, int last) = 0;
};

} // namespace smsauth

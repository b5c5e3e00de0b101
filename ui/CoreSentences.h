// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>

namespace smsauth {

/// A sentence of core's and what a person reads instead of it.
struct CoreSentence
{
    /// As core writes it. {} stands for a name, a number or a path; {*} for words of somebody else, or for another
    /// sentence of core's.
    const char *core;
    const char *shown; ///< English, to be translated as smsauth::CoreText; %1, %2 … as the places above come
};

/// Of several that fit, the one with the most words of its own holds.
const std::initializer_list<CoreSentence> &coreSentences();

} // namespace smsauth

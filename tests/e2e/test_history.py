# SPDX-License-Identifier: GPL-3.0-or-later
"""The checker itself: a good history passes, and every kind of violation that is planted is found."""
import unittest

from history import Asked, Delivered, History, Rules, Tried

A, B = "+12025550101", "+12025550102"


def good():
    history = History(Rules(life=60, max_tries=5, limits=[(lambda each: each.phone, 2, 3600)]))
    history.asked = [Asked(A, 100.0, 100.1, 200), Asked(A, 110.0, 110.1, 400), Asked(B, 105.0, 105.1, 200),
                     Asked(A, 170.0, 170.1, 200)]
    history.delivered = [Delivered(A, "1111", "m1", 100.2), Delivered(B, "2222", "m2", 105.2),
                         Delivered(A, "3333", "m3", 170.2)]
    history.tried = [Tried(A, "9999", 101.0, 101.1, 400), Tried(A, "1111", 102.0, 102.1, 200),
                     Tried(A, "1111", 103.0, 103.1, 400), Tried(B, "2222", 106.0, 106.1, None)]
    return history


class Violations(unittest.TestCase):
    def setUp(self):
        self.history = good()

    def finds(self, kind):
        found = list(self.history.violations())
        self.assertTrue(any(each.startswith(kind + ":") for each in found), found)

    def test_a_good_history_has_none(self):
        self.assertEqual(self.history.violations(), [])

    def test_a_code_that_works_twice(self):
        self.history.tried.append(Tried(A, "1111", 104.0, 104.1, 200))
        self.finds("used")

    def test_a_second_success_after_a_lost_answer_is_no_violation(self):
        self.history.tried.append(Tried(B, "2222", 107.0, 107.1, 200))
        self.assertEqual(self.history.violations(), [])

    def test_a_code_that_was_never_sent(self):
        self.history.tried.append(Tried(A, "7777", 104.0, 104.1, 200))
        self.finds("unknown")

    def test_the_code_of_another_phone(self):
        self.history.tried.append(Tried(A, "2222", 107.0, 107.1, 200))
        self.finds("unknown")

    def test_an_expired_code(self):
        self.history.tried.append(Tried(B, "2222", 165.3, 165.4, 200))
        self.finds("expired")

    def test_a_code_that_was_replaced(self):
        self.history.rules.life = 600
        self.history.tried[1] = Tried(A, "1111", 171.0, 171.1, 200)
        self.finds("superseded")

    def test_a_code_that_was_exhausted(self):
        self.history.tried += [Tried(B, "0000", 107.0 + i, 107.1 + i, 400) for i in range(5)]
        self.history.tried.append(Tried(B, "2222", 120.0, 120.1, 200))
        self.finds("exhausted")

    def test_four_wrong_tries_are_allowed(self):
        self.history.tried += [Tried(B, "0000", 107.0 + i, 107.1 + i, 400) for i in range(4)]
        self.history.tried.append(Tried(B, "2222", 120.0, 120.1, 200))
        self.assertEqual(self.history.violations(), [])

    def test_a_message_that_got_lost(self):
        self.history.delivered.pop(1)
        self.finds("lost")

    def test_an_end_without_a_reason_is_a_loss_too(self):
        self.history.delivered.pop(1)
        self.history.final = {B: [("failed", "")]}
        self.finds("lost")

    def test_an_end_with_a_reason_is_none(self):
        self.history.delivered.pop(1)
        self.history.tried.pop()
        self.history.final = {B: [("expired", "the code ran out before it could be sent")]}
        self.assertEqual(self.history.violations(), [])

    def test_a_message_still_waiting_is_lost(self):
        self.history.delivered.pop(1)
        self.history.final = {B: [("queued", "busy")]}
        self.finds("lost")

    def test_one_message_at_two_phones(self):
        self.history.delivered.append(Delivered(B, "1111", "m1", 100.3))
        self.finds("misdirected")

    def test_a_message_to_somebody_who_never_asked(self):
        self.history.delivered.append(Delivered("+12025550199", "4444", "m4", 100.3))
        self.finds("misdirected")

    def test_a_repetition_with_another_code(self):
        self.history.kills = [100.4]
        self.history.delivered.append(Delivered(A, "5555", "m1", 100.6))
        self.finds("misdirected")

    def test_a_repetition_without_a_kill(self):
        self.history.delivered.append(Delivered(A, "1111", "m1", 100.6))
        self.finds("repeated")

    def test_one_repetition_a_kill_is_allowed_and_counted(self):
        self.history.kills = [100.4]
        self.history.delivered.append(Delivered(A, "1111", "m1", 100.6))
        self.assertEqual(self.history.violations(), [])
        self.assertEqual((self.history.sent_again(), self.history.duplicates()), (1, 0))
        self.history.delivered.append(Delivered(A, "1111", "m1", 100.7))
        self.finds("repeated")

    def test_a_repetition_under_another_id_is_a_duplicate(self):
        self.history.kills = [100.4]
        self.history.delivered.append(Delivered(A, "1111", "m4", 100.6))
        self.assertEqual((self.history.sent_again(), self.history.duplicates()), (0, 1))

    def test_a_repetition_of_what_was_settled(self):
        self.history.kills = [130.0]
        self.history.delivered.append(Delivered(A, "1111", "m1", 130.5))
        self.finds("repeated")

    def test_too_many_sign_ins(self):
        self.history.asked.append(Asked(A, 240.0, 240.1, 200))
        self.finds("limit")

    def test_a_limit_begins_anew_with_its_next_window(self):
        self.history.asked.append(Asked(A, 3701.0, 3701.1, 200))
        self.assertEqual(self.history.violations(), [])


if __name__ == "__main__":
    unittest.main(verbosity=2)

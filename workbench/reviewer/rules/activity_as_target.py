"""One activity, as the target of something that is not an activity."""

from .base import Hit, RowCase, target_problem

_SAID = {"activity-for-result": "satu kegiatan bukan ukuran tercapainya hasil"}


def check(case: RowCase) -> Hit | None:
    return target_problem(case, _SAID, ("target", "satuan"))

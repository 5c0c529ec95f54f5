"""The classes of all entities, made from what the library tells of them: Plan, Activity, Financing and so on."""

from ._entity import Entity, make_class
from ._fields import ENTITIES
from ._plan import PlanBase
from ._scheme import ContributionBase, SchemeBase

_BASES = {"plan": PlanBase, "scheme": SchemeBase, "contribution": ContributionBase}

__all__ = []
for _info in ENTITIES.values():
    globals()[_info.class_name] = make_class(_info, _BASES.get(_info.name, Entity))
    __all__.append(_info.class_name)

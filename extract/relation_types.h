// Who may stand in which relation.

#pragma once

#include "text/entity.h"

namespace extract {

// True if a relation of `type` can hold from an entity of type `source` to
// one of type `target`.
bool may_relate(text::RelationType type, text::EntityType source,
                text::EntityType target);

}  // namespace extract

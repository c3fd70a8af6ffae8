// SPDX-License-Identifier: Apache-2.0
// What components of a kind share while they write themselves into a program, or while they are audited: made when
// the first of them asks for it, one of each type.
//
//     AcNetwork& network = f.shared<AcNetwork>(f);   // the arguments are used by the first call only
#pragma once

#include <map>
#include <memory>
#include <typeindex>
#include <utility>

namespace indus::model {

class SharedParts {
public:
    template <class Part, class... Arguments>
    Part& get(Arguments&&... arguments) {
        std::shared_ptr<void>& part = parts_[std::type_index{typeid(Part)}];
        if (!part) part = std::make_shared<Part>(std::forward<Arguments>(arguments)...);
        return *std::static_pointer_cast<Part>(part);
    }

private:
    std::map<std::type_index, std::shared_ptr<void>> parts_;
};

}  // namespace indus::model

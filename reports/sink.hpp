// SPDX-License-Identifier: Apache-2.0
// Where text goes: a file, a compressor, a string in a test. A sink throws when it cannot take the bytes.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace indus::reports {

using Sink = std::function<void(std::string_view)>;

inline Sink append_to(std::string& text) {
    return [&text](std::string_view bytes) { text.append(bytes); };
}

}  // namespace indus::reports

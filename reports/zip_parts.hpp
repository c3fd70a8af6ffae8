// SPDX-License-Identifier: Apache-2.0
// The parts of a zip file, to see that each one is whole.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace indus::reports {

/// Calls `visit` with name and content of every part. Throws std::runtime_error for a file that is no whole zip
/// file, whose sizes are wrong or whose checksums do not hold.
void for_each_zip_part(const std::filesystem::path& file,
                       const std::function<void(const std::string& name, std::string_view text)>& visit);

/// Whether XML ends with the end of the element that it begins with.
bool ends_with_root(std::string_view xml);

}  // namespace indus::reports

// SPDX-License-Identifier: Apache-2.0
// A folder of results that appears all at once.
//
//     StagedFolder stage{"results/island/base"};     // makes results/island/.base.partial-4711-0
//     stage.write("summary.json", text);
//     stage.publish();                               // takes the place of results/island/base
//
// Until `publish` the folder's earlier contents stay as they are; after it they are gone. A stage that is
// dropped, or whose process died, leaves the old results alone, and the next stage for the same folder
// clears what the dead one left. Files that no run wrote (a planner's notes) are carried over, never deleted.
// Every failure throws std::runtime_error that names the file and the cause.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "reports/sink.hpp"

namespace indus::reports {

class StagedFolder {
public:
    struct File {
        std::string name{};
        std::uintmax_t bytes = 0;
    };

    explicit StagedFolder(const std::filesystem::path& target);
    ~StagedFolder();
    StagedFolder(const StagedFolder&) = delete;
    StagedFolder& operator=(const StagedFolder&) = delete;

    /// Calls `fill` with a sink into the file, then brings the file to the disk.
    void write(const std::string& name, const std::function<void(const Sink&)>& fill);
    void write(const std::string& name, std::string_view text);
    /// The same through gzip; equal bytes for equal text.
    void write_gzip(const std::string& name, const std::function<void(const Sink&)>& fill);
    /// For libraries that open files themselves: `fill` makes the file at the path it is given.
    void write_file(const std::string& name, const std::function<void(const std::filesystem::path&)>& fill);
    /// Files written so far, in order.
    const std::vector<File>& files() const { return files_; }
    /// Puts the stage in the target's place.
    void publish();

private:
    void clear_leftovers() const;
    void exchange();

    std::filesystem::path target_;
    std::filesystem::path stage_;
    int lock_ = -1;  ///< held on the stage while its process lives
    std::vector<File> files_;
    bool published_ = false;
};

}  // namespace indus::reports

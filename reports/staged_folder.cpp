// SPDX-License-Identifier: Apache-2.0
#include "reports/staged_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <stdexcept>
#include <system_error>

#include "reports/result_file.hpp"
#include "reports/result_names.hpp"

namespace indus::reports {

namespace fs = std::filesystem;

namespace {

/// "results/base" also for "results/base/", so that it has a name and a parent.
fs::path without_slash(const fs::path& path) {
    const fs::path normal = fs::absolute(path).lexically_normal();
    return normal.has_filename() ? normal : normal.parent_path();
}

std::string stage_prefix(const fs::path& target) { return fmt::format(".{}.partial-", target.filename().string()); }

void sync_folder(const fs::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) throw_file_error("open", folder, errno);
    const bool failed = ::fsync(descriptor) != 0 && errno != EINVAL && errno != EROFS;
    const int error = errno;
    ::close(descriptor);
    if (failed) throw_file_error("write", folder, error);
}

/// Deletes the files of a run from `folder`, moves all others to `target`, and removes the folder.
void dissolve(const fs::path& folder, const fs::path& target) {
    std::error_code error;
    std::vector<fs::path> entries;
    for (const fs::directory_entry& entry : fs::directory_iterator{folder, error}) entries.push_back(entry.path());
    for (const fs::path& entry : entries) {
        const bool is_ours =
            is_result_name(entry.filename().string()) && !fs::is_directory(fs::symlink_status(entry, error));
        if (is_ours)
            fs::remove(entry, error);
        else if (!fs::exists(fs::symlink_status(target / entry.filename(), error)))
            fs::rename(entry, target / entry.filename(), error);
    }
    fs::remove(folder, error);  // fails, and keeps everything, where something could not be moved
}

/// Deletes the files of a run that never finished; keeps what is not ours.
void discard(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> entries;
    for (const fs::directory_entry& entry : fs::directory_iterator{folder, error}) entries.push_back(entry.path());
    for (const fs::path& entry : entries)
        if (is_result_name(entry.filename().string())) fs::remove(entry, error);
    fs::remove(folder, error);
}

/// The lock on a folder, or -1 where a living process holds it.
int lock_folder(const fs::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return -1;
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return descriptor;
    ::close(descriptor);
    return -1;
}

}  // namespace

StagedFolder::StagedFolder(const fs::path& target) : target_{without_slash(target)} {
    std::error_code error;
    if (fs::exists(target_, error) && !fs::is_directory(target_, error))
        throw_file_error("write results to", target_, ENOTDIR);
    fs::create_directories(target_.parent_path(), error);
    if (error) throw_file_error("create", target_.parent_path(), error.value());
    clear_leftovers();
    for (int attempt = 0;; ++attempt) {
        stage_ = target_.parent_path() / fmt::format("{}{}-{}", stage_prefix(target_), ::getpid(), attempt);
        if (::mkdir(stage_.c_str(), 0777) == 0) break;
        if (errno != EEXIST) throw_file_error("create a folder beside", target_, errno);
    }
    lock_ = lock_folder(stage_);
}

StagedFolder::~StagedFolder() {
    if (!published_) discard(stage_);
    if (lock_ >= 0) ::close(lock_);
}

void StagedFolder::clear_leftovers() const {
    std::error_code error;
    const std::string prefix = stage_prefix(target_);
    std::vector<fs::path> leftovers;
    for (const fs::directory_entry& entry : fs::directory_iterator{target_.parent_path(), error})
        if (entry.path().filename().string().starts_with(prefix)) leftovers.push_back(entry.path());
    for (const fs::path& leftover : leftovers) {
        const int lock = lock_folder(leftover);
        if (lock < 0) continue;  // another process is writing there now
        if (fs::is_directory(target_, error))
            dissolve(leftover, target_);
        else
            discard(leftover);
        ::close(lock);
    }
}

void StagedFolder::write(const std::string& name, const std::function<void(const Sink&)>& fill) {
    if (!is_result_name(name)) throw std::logic_error("not the name of a result file: " + name);
    ResultFile file{stage_ / name};
    fill([&](std::string_view bytes) { file.write(bytes); });
    files_.push_back({name, file.finish()});
}

void StagedFolder::write(const std::string& name, std::string_view text) {
    write(name, [&](const Sink& sink) { sink(text); });
}

void StagedFolder::write_gzip(const std::string& name, const std::function<void(const Sink&)>& fill) {
    write(name, [&](const Sink& sink) { gzip(fill, sink); });
}

void StagedFolder::write_file(const std::string& name, const std::function<void(const fs::path&)>& fill) {
    if (!is_result_name(name)) throw std::logic_error("not the name of a result file: " + name);
    const fs::path file = stage_ / name;
    fill(file);
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) throw_file_error("write", file, errno);
    const bool failed = ::fsync(descriptor) != 0 && errno != EINVAL && errno != EROFS;
    const int error = errno;
    ::close(descriptor);
    if (failed) throw_file_error("write", file, error);
    files_.push_back({name, fs::file_size(file)});
}

void StagedFolder::publish() {
    sync_folder(stage_);
    std::error_code error;
    if (fs::is_directory(target_, error)) {
        exchange();
        published_ = true;
        sync_folder(target_.parent_path());
        dissolve(stage_, target_);  // now the old results
    } else {
        if (::rename(stage_.c_str(), target_.c_str()) != 0) throw_file_error("create", target_, errno);
        published_ = true;
    }
    sync_folder(target_.parent_path());
}

/// Swaps stage and target in one step; where the file system cannot, in three.
void StagedFolder::exchange() {
    if (::renameat2(AT_FDCWD, stage_.c_str(), AT_FDCWD, target_.c_str(), RENAME_EXCHANGE) == 0) return;
    if (errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP) throw_file_error("replace", target_, errno);
    const fs::path aside = stage_.string() + "-old";
    if (::rename(target_.c_str(), aside.c_str()) != 0) throw_file_error("replace", target_, errno);
    if (::rename(stage_.c_str(), target_.c_str()) != 0) {
        const int error = errno;
        ::rename(aside.c_str(), target_.c_str());
        throw_file_error("replace", target_, error);
    }
    stage_ = aside;
}

}  // namespace indus::reports

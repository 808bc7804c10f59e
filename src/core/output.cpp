// SPDX-License-Identifier: Apache-2.0
#include "crossroads/core/output.hpp"

#include <utility>

namespace crossroads {
namespace {

// Each piece of a file is synced, which takes a disk some milliseconds; a reader of standard output
// should not wait long.
constexpr std::size_t file_piece = std::size_t{8} << 20;
constexpr std::size_t standard_output_piece = std::size_t{1} << 16;

}  // namespace

Output::Output(System& system, std::string path) : system_(system), path_(std::move(path)) {
  if (path_ != "-") refuse_as_output(system_, path_);
}

Output::~Output() {
  if (!temporary_.empty()) system_.discard(temporary_);
}

void Output::write(std::string_view bytes) {
  waiting_ += bytes;
  if (waiting_.size() >= (path_ == "-" ? standard_output_piece : file_piece)) flush();
}

void Output::flush() {
  if (path_ == "-") {
    if (!waiting_.empty()) system_.write_standard_output(waiting_);
  } else if (temporary_.empty()) {
    temporary_ = system_.write_temporary(path_, waiting_);
  } else {
    system_.append_temporary(temporary_, path_, waiting_);
  }
  waiting_.clear();
}

void Output::finish() {
  if (path_ == "-" || temporary_.empty() || !waiting_.empty()) flush();
  if (path_ == "-") return;
  system_.replace(temporary_, path_);
  temporary_.clear();
}

}  // namespace crossroads

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "bench/peers/names.hpp"
#include "bench/peers/reference.hpp"
#include "bench/peers/text.hpp"

namespace crossroads::bench {

/// Something that finds names. Times are processor seconds of the one thread, or the one other
/// process, that works.
class Engine {
 public:
  virtual ~Engine() = default;

  struct Found {
    Places places;  ///< of the whole text
    double seconds = 0;
  };
  /// Of the first `documents` documents: their names, leftmost-longest. The time is that of finding
  /// alone: not of compiling the names, nor of reading files. Throws Error where it can't be run.
  virtual Found find(const BenchText& text, std::size_t documents) = 0;

  std::string name;
  double build_seconds = 0;     ///< of compiling the names; 0 where it is not known apart
  std::size_t build_bytes = 0;  ///< that the compiled names hold; 0 where it is not known
};

/// link() over the documents that were read beforehand.
std::unique_ptr<Engine> our_engine(const std::vector<ListedName>& names);

/// Hyperscan, the names as literals or as expressions between word boundaries; null where it is not
/// built in.
enum class Patterns { literals, expressions };
std::unique_ptr<Engine> hyperscan_engine(const std::vector<ListedName>& names, Patterns patterns);

/// Programs of the system; null where one is not there. Their matches are put right where a name's
/// case rule forbids one, which they can't know; it takes none of their time. `work` is a folder
/// for their files.
enum class Program { ripgrep, grep, pyahocorasick };
std::unique_ptr<Engine> program_engine(const std::vector<ListedName>& names, Program program,
                                       const Reference& reference, const std::string& work);

/// The processor time of this thread, in seconds.
double thread_seconds();
/// The bytes that are allocated now.
std::size_t allocated_bytes();

}  // namespace crossroads::bench

// SPDX-License-Identifier: Apache-2.0
#include "crossroads/pipeline/read_corpus.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <new>
#include <optional>
#include <utility>

#include "crossroads/text/structure.hpp"
#include "pipeline/corpus_json.hpp"
#include "text/formats/json_lines.hpp"
#include "text/formats/sniff.hpp"

namespace crossroads {
namespace {

class CorpusReader {
 public:
  CorpusReader(System& system, const Corpus& corpus, const CorpusReadOptions& options,
               const std::function<void(Document)>& take, const LeftOut& left_out)
      : system_(system), corpus_(corpus), options_(options), take_(take), left_out_(left_out) {}

  void run(const Progress& progress) {
    for (const Error& error : corpus_.left_out) leave_out(error);
    for (std::size_t i = 0; i < corpus_.files.size(); ++i) {
      if (progress) progress(i, corpus_.files.size());
      file_ = &corpus_.files[i];
      try {
        read();
      } catch (const Error& error) {
        if (error.kind() != ErrorKind::input) throw;
        leave_out(error);
      } catch (const std::bad_alloc&) {
        leave_out(Error(ErrorKind::input, name() + ": needs more memory than there is"));
      }
    }
    if (problems_.empty()) return;
    std::for_each(problems_.begin() + 1, problems_.end(), left_out_);
    throw problems_.front();
  }

 private:
  /// Problems wait until there is a text: where there is none, the first of them is thrown.
  void leave_out(const Error& error) {
    Error named = with_path(error);
    if (any_text_) {
      left_out_(named);
    } else {
      problems_.push_back(std::move(named));
    }
  }

  [[nodiscard]] std::string name() const {
    return file_->path == "-" ? "standard input" : file_->path;
  }

  /// Readers know a text by its id; a person looks for the file.
  [[nodiscard]] Error with_path(const Error& error) const {
    const std::string message = error.what();
    if (file_ == nullptr || !message.starts_with(file_->id + ":")) return error;
    return {error.kind(), name() + message.substr(file_->id.size()), error.remedy()};
  }

  void take(Document document) {
    if (!any_text_) {
      any_text_ = true;
      for (const Error& problem : problems_) left_out_(problem);
      problems_.clear();
    }
    GivenMetadata all = file_->missing;
    overlay(all, {document.title, std::move(document.metadata)});
    overlay(all, file_->given);
    document.title = std::move(all.title);
    document.metadata = std::move(all.metadata);
    take_(std::move(document));
  }

  /// Of one of a file's texts, called FILE/ID; a file may have that name too.
  void take_line(Document document) {
    const auto twin = std::lower_bound(
        corpus_.files.begin(), corpus_.files.end(), document.id,
        [](const CorpusFile& file, const std::string& id) { return file.id < id; });
    if (twin != corpus_.files.end() && twin->id == document.id) {
      leave_out(
          Error(ErrorKind::input, fmt::format("{}: a text of it would be called '{}', as {} is",
                                              name(), document.id, twin->path)));
      return;
    }
    take(std::move(document));
  }

  [[noreturn]] void refuse_size() const {
    throw Error(ErrorKind::input,
                fmt::format("{}: is larger than --max-bytes {}", name(), options_.max_bytes),
                "--max-bytes 8G, say, lets larger ones through");
  }

  void read() {
    const std::optional<std::uint64_t> size =
        file_->path == "-" ? std::nullopt : system_.size_of(file_->path);
    if (size && *size > options_.max_bytes) refuse_size();
    if (size && format_of(file_->path) != TextFormat::json_lines) {
      read_whole(system_.read_file(file_->path, options_.max_bytes));
    } else {
      read_stream();
    }
  }

  void read_whole(std::string bytes) {
    ReadOptions reading = options_.reading;
    const std::optional<Structure> structure = structure_beside();
    if (structure) reading.structure = &*structure;
    auto documents = read_documents(system_, file_->id, std::move(bytes), format_of(file_->path),
                                    reading, [this](const Error& error) { leave_out(error); });
    for (Document& document : documents) take(std::move(document));
  }

  /// What a person says of the text's structure.
  [[nodiscard]] std::optional<Structure> structure_beside() const {
    const std::string path = file_->path + ".structure.json";
    if (file_->path == "-" || system_.kind_of(path) != FileKind::file) return std::nullopt;
    return read_structure(system_.read_file(path, options_.max_bytes), path);
  }

  /// A pipe, a device, or JSON Lines. What it is shows before all of it is here: it may have no
  /// end.
  void read_stream() {
    JsonLines lines(
        file_->id, options_.reading, [this](Document document) { take_line(std::move(document)); },
        [this](const Error& error) { leave_out(error); });
    std::optional<bool> by_line;
    std::string bytes;
    std::uint64_t size = 0;
    const auto decide = [&] {
      by_line = is_json_lines(bytes);
      if (*by_line) lines.add(std::exchange(bytes, {}));
    };
    system_.read_pieces(file_->path, [&](std::string_view piece) {
      size += piece.size();
      if (size > options_.max_bytes) refuse_size();
      if (by_line == true) {
        lines.add(piece);
      } else {
        bytes += piece;
        if (!by_line && shows_format(bytes)) decide();
      }
      return true;
    });
    if (!by_line) decide();
    if (*by_line) {
      lines.finish();
    } else {
      read_whole(std::move(bytes));
    }
  }

  /// Whether more bytes would not change what is_json_lines() says: a pipe's pieces are as large as
  /// chance has them.
  static bool shows_format(std::string_view beginning) {
    constexpr std::size_t longest_mark = 4;
    constexpr std::size_t enough = std::size_t{1} << 16;
    if (beginning.size() < longest_mark) return false;
    if (beginning.size() >= enough) return true;
    const std::size_t first = beginning.find_first_not_of(" \t\r\n\uFEFF");
    return first != beginning.npos &&
           (beginning[first] != '{' || beginning.find('\n', first) != beginning.npos);
  }

  /// By its beginning. Throws where that is of nothing that is read.
  [[nodiscard]] bool is_json_lines(std::string_view beginning) const {
    if (beginning.starts_with("PK")) return false;  // what a zip is stands at its end
    const TextFormat format = sniff(file_->id, beginning, format_of(file_->path));
    const bool is_text = format == TextFormat::plain || format == TextFormat::markdown;
    if (is_text && options_.reading.encoding.empty() && looks_binary(beginning)) {
      throw Error(ErrorKind::input, fmt::format("{}: looks like a binary file", name()));
    }
    return format == TextFormat::json_lines;
  }

  System& system_;
  const Corpus& corpus_;
  const CorpusReadOptions& options_;
  const std::function<void(Document)>& take_;
  const LeftOut& left_out_;
  const CorpusFile* file_ = nullptr;
  bool any_text_ = false;
  std::vector<Error> problems_;
};

}  // namespace

void read_corpus(System& system, const Corpus& corpus, const CorpusReadOptions& options,
                 const std::function<void(Document)>& take, const LeftOut& left_out,
                 const Progress& progress) {
  CorpusReader(system, corpus, options, take, left_out).run(progress);
}

}  // namespace crossroads

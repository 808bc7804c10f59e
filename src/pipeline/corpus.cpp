// SPDX-License-Identifier: Apache-2.0
#include "crossroads/pipeline/corpus.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "crossroads/core/ascii.hpp"
#include "crossroads/text/read.hpp"
#include "pipeline/corpus_json.hpp"
#include "pipeline/glob.hpp"
#include "pipeline/paths.hpp"
#include "text/document_id.hpp"
#include "text/formats/sniff.hpp"

namespace crossroads {
namespace {

constexpr const char* what_texts_are =
    "texts end in .txt, .md, .html, .pdf, .docx, .odt, .epub, .tei.xml or .jsonl";
constexpr const char* not_read_here =
    "is a pipe or a device; these are read only where the command line names them";
constexpr std::size_t longest_list = std::size_t{1} << 30;

bool ends_in(std::string_view name, std::string_view ending) {
  return ascii_lower(name).ends_with(ending);
}

bool says_of_texts(std::string_view name) {
  return name == "corpus.json" || name.ends_with(".structure.json");
}

/// ".png" of "a/b.PNG", for people.
std::string ending_of(std::string_view name) {
  constexpr std::size_t longest = 16;
  const std::size_t dot = name.rfind('.');
  if (dot == name.npos || dot == 0 || name.size() - dot > longest) return "no ending";
  return document_id(ascii_lower(name.substr(dot)));
}

/// `path` below `root`, both as they were given.
std::string below_root(const std::string& path, const std::string& root) {
  std::string start = without_trailing_slashes(root);
  if (start != "/") start += '/';
  if (root == "." && !path.starts_with('/')) return path.starts_with("./") ? path.substr(2) : path;
  if (path.starts_with(start)) return path.substr(start.size());
  throw Error(ErrorKind::input, fmt::format("{}: does not lie below --root {}", path, root));
}

void refuse_equal_ids(const std::vector<CorpusFile>& files) {
  const auto twin = std::adjacent_find(files.begin(), files.end(),
                                       [](const auto& a, const auto& b) { return a.id == b.id; });
  if (twin == files.end()) return;
  throw Error(
      ErrorKind::input,
      fmt::format("{} and {}: both would be called '{}'", twin->path, (twin + 1)->path, twin->id),
      "--root DIR calls texts by their paths below DIR");
}

/// How a file came to be looked at: what a person names is taken whatever it is called.
enum class Found { named, in_folder };

class TextFinder {
 public:
  TextFinder(System& system, const FindOptions& options) : system_(system), options_(options) {}

  void add_argument(const std::string& argument) {
    if (argument == "-") {
      corpus_.files.push_back({"stdin", "-"});
      return;
    }
    const std::string path = without_trailing_slashes(argument);
    const auto kind = kind_of(path);
    if (!kind) return;
    if (kind == FileKind::folder) {
      add_top_folder(path, path, {});
    } else if (kind == FileKind::none && is_pattern(argument)) {
      add_pattern(argument);
    } else if (kind == FileKind::none) {
      leave_out(argument, "there is no such file or folder");
    } else {
      add_named(path, *kind, std::string(name_of(path)), folder_of(path));
    }
  }

  /// A line each; where it has zero bytes, they part the paths.
  void add_list(const std::string& list) {
    const std::string bytes = read_input(system_, list, longest_list);
    const char end = bytes.find('\0') == bytes.npos ? '\n' : '\0';
    for (std::size_t begin = 0; begin < bytes.size();) {
      const std::size_t stop = std::min(bytes.find(end, begin), bytes.size());
      std::string path = bytes.substr(begin, stop - begin);
      if (end == '\n' && path.ends_with('\r')) path.pop_back();
      if (!path.empty()) add_listed(without_trailing_slashes(path));
      begin = stop + 1;
    }
  }

  Corpus finish() {
    std::vector<CorpusFile>& files = corpus_.files;
    const auto key = [](const CorpusFile& file) { return std::tie(file.id, file.path); };
    std::sort(files.begin(), files.end(),
              [&](const auto& a, const auto& b) { return key(a) < key(b); });
    files.erase(std::unique(files.begin(), files.end(),
                            [&](const auto& a, const auto& b) { return key(a) == key(b); }),
                files.end());
    refuse_equal_ids(files);
    for (const std::string& path : skipped_) ++corpus_.skipped[ending_of(name_of(path))];
    return std::move(corpus_);
  }

 private:
  void leave_out(const std::string& path, const char* why, std::string remedy = {}) {
    leave_out(Error(ErrorKind::input, fmt::format("{}: {}", path, why), std::move(remedy)));
  }

  void leave_out(const Error& error) {
    if (known_problems_.insert(error.what()).second) corpus_.left_out.push_back(error);
  }

  /// Nothing where that can't be told, which is then reported.
  std::optional<FileKind> kind_of(const std::string& path) {
    try {
      return system_.kind_of(path);
    } catch (const Error& error) {
      leave_out(error);
      return std::nullopt;
    }
  }

  /// `top` is the outermost folder whose corpus.json has something to say of it.
  void add(const std::string& path, std::string_view below, const std::string& top) {
    const std::string name =
        options_.root.empty() ? std::string(below) : below_root(path, options_.root);
    CorpusFile file{document_id(name), path};
    take_metadata(file, top);
    corpus_.files.push_back(std::move(file));
  }

  void add_named(const std::string& path, FileKind kind, std::string_view below,
                 const std::string& top) {
    if (says_of_texts(name_of(path))) {
      leave_out(path, "says something of texts, and is none itself");
    } else if (kind == FileKind::file && format_of(path) == TextFormat::json_lines) {
      const auto beginning = beginning_of(path);
      if (!beginning) return;
      if (may_hold_texts(*beginning)) {
        add(path, below, top);
      } else {
        leave_out(path, "its lines are no objects with a 'text'");
      }
    } else {
      add(path, below, top);
    }
  }

  void add_listed(const std::string& path) {
    std::string_view below = path;
    while (below.starts_with("./")) below.remove_prefix(2);
    below.remove_prefix(std::min(below.find_first_not_of('/'), below.size()));
    const auto kind = kind_of(path);
    if (!kind) return;
    if (kind == FileKind::none) {
      leave_out(path, "there is no such file or folder");
    } else if (kind == FileKind::folder) {
      add_top_folder(path, path, std::string(below) + "/");
    } else if (kind == FileKind::other) {
      leave_out(path, not_read_here);
    } else {
      add_named(path, *kind, below, folder_of(path));
    }
  }

  /// One that ends in a plain ".ending" names its files; any other finds what a folder would give.
  void add_pattern(const std::string& pattern) {
    const std::string top = pattern_folder(pattern);
    const std::string_view ending = name_of(pattern).substr(name_of(pattern).rfind('.') + 1);
    const bool names = name_of(pattern).find('.') != std::string_view::npos && !ending.empty() &&
                       !is_pattern(ending);
    const auto paths =
        expand_pattern(system_, pattern, [this](const Error& error) { leave_out(error); });
    const std::size_t files_before = corpus_.files.size();
    for (const std::string& path : paths) {
      std::string below = path.substr(top.size());
      below.erase(0, std::min(below.find_first_not_of('/'), below.size()));
      const auto kind = kind_of(path);
      if (!kind) continue;
      if (kind == FileKind::folder) {
        add_top_folder(path, top, below + "/");
      } else if (names) {
        add_named(path, *kind, below, top);
      } else {
        add_found(path, *kind, below, top);
      }
    }
    if (paths.empty()) {
      leave_out(pattern, "there is no such file, and nothing fits it as a pattern");
    } else if (corpus_.files.size() == files_before) {
      leave_out(pattern, "what fits it is no text", what_texts_are);
    }
  }

  /// `below`: what stands before the names in ids; empty or with a slash at its end.
  void add_top_folder(const std::string& path, const std::string& top, const std::string& below) {
    corpus_.folders.push_back(path);
    const std::size_t files_before = corpus_.files.size();
    const std::size_t problems_before = corpus_.left_out.size();
    trail_ = {path};
    add_folder(path, top, below);
    const bool nothing = corpus_.files.size() == files_before;
    if (nothing && corpus_.left_out.size() == problems_before) {
      leave_out(path, "holds no text", what_texts_are);
    }
  }

  void add_folder(const std::string& folder, const std::string& top, const std::string& below) {
    std::vector<std::string> names;
    try {
      names = system_.list_folder(folder);
    } catch (const Error& error) {
      leave_out(error);
      return;
    }
    for (const std::string& name : names) {
      if (name.starts_with('.')) continue;
      const std::string path = joined(folder, name);
      const auto kind = kind_of(path);
      if (!kind) continue;
      if (kind != FileKind::folder) {
        add_found(path, *kind, below + name, top);
      } else if (leads_back(system_, trail_, path)) {
        leave_out(path, "leads back to a folder that holds it");
      } else if (trail_.size() > deepest_folder) {
        leave_out(too_deep(path));
      } else {
        trail_.push_back(path);
        add_folder(path, top, below + name + "/");
        trail_.pop_back();
      }
    }
  }

  void add_found(const std::string& path, FileKind kind, const std::string& below,
                 const std::string& top) {
    const std::string_view name = name_of(path);
    if (says_of_texts(name)) return;
    const bool is_xml = !has_text_ending(name) && ends_in(name, ".xml");
    if (!has_text_ending(name) && !is_xml) {
      skipped_.insert(path);
    } else if (kind == FileKind::none) {
      leave_out(path, "leads to no file");
    } else if (kind == FileKind::other) {
      leave_out(path, not_read_here);
    } else if (is_xml || format_of(name) == TextFormat::json_lines) {
      const auto beginning = beginning_of(path);
      if (!beginning) return;
      if (is_xml ? is_tei(*beginning) : may_hold_texts(*beginning)) {
        add(path, below, top);
      } else {
        skipped_.insert(path);
      }
    } else {
      add(path, below, top);
    }
  }

  /// Nothing where it can't be read, which is then reported.
  std::optional<std::string> beginning_of(const std::string& path) {
    std::string beginning;
    try {
      system_.read_pieces(path, [&](std::string_view piece) {
        beginning = piece;
        return false;
      });
    } catch (const Error& error) {
      leave_out(error);
      return std::nullopt;
    }
    return beginning;
  }

  const CorpusJson* corpus_json_in(const std::string& folder) {
    const auto [known, is_new] = corpus_jsons_.try_emplace(folder);
    if (!is_new) return known->second.get();
    const std::string path = joined(folder, "corpus.json");
    if (system_.kind_of(path) != FileKind::file) return nullptr;
    known->second = std::make_unique<CorpusJson>(
        read_corpus_json(read_input(system_, path), path, corpus_.findings));
    for (const auto& [name, place] : known->second->places) {
      if (kind_of(joined(folder, name)) != FileKind::none) continue;
      corpus_.findings.push_back({Severity::warning,
                                  "missing-text",
                                  fmt::format("there is no '{}' below this folder", name),
                                  place,
                                  {}});
    }
    return known->second.get();
  }

  /// From the outermost corpus.json to that beside the file.
  void take_metadata(CorpusFile& file, const std::string& top) {
    std::string folder = top;
    for (;;) {
      const std::string start = folder.empty() ? "" : joined(folder, "");
      const std::string below = file.path.substr(start.size());
      if (const CorpusJson* json = corpus_json_in(folder)) {
        overlay(file.missing, json->defaults);
        if (const auto text = json->texts.find(below); text != json->texts.end()) {
          overlay(file.given, text->second);
        }
      }
      const std::size_t slash = below.find('/');
      if (slash == below.npos) return;
      folder = start + below.substr(0, slash);
    }
  }

  System& system_;
  const FindOptions& options_;
  Corpus corpus_;
  std::vector<std::string> trail_;  // the folders that are being looked through
  std::set<std::string> skipped_;
  std::set<std::string> known_problems_;
  std::map<std::string, std::unique_ptr<CorpusJson>> corpus_jsons_;  // by folder
};

}  // namespace

Corpus find_texts(System& system, const std::vector<std::string>& arguments,
                  const FindOptions& options) {
  TextFinder finder(system, options);
  for (const std::string& argument : arguments) finder.add_argument(argument);
  if (!options.files_from.empty()) finder.add_list(options.files_from);
  return finder.finish();
}

}  // namespace crossroads

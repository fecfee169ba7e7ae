/// A printed sentence back as plain words, for who reads no markup.
extension Html {
  /// Its text without tags and notes, and the ids of the figures in it.
  static func sentence(_ html: String) -> ResultsDocument.Judgement {
    var (words, figures) = ("", [String]())
    var rest = html[...]
    while let open = rest.firstIndex(of: "<") {
      words += rest[..<open]
      rest = rest[open...]
      if rest.hasPrefix("<sup"), let end = rest.firstRange(of: "</sup>") {
        rest = rest[end.upperBound...]
        continue
      }
      guard let close = rest.firstIndex(of: ">") else { break }
      let tag = rest[..<close]
      for name in [" id=\"", " data-figure=\""] {
        guard let from = tag.firstRange(of: name)?.upperBound else { continue }
        let id = String(tag[from...].prefix { $0 != "\"" })
        // the ids of figures have five parts
        if id.split(separator: "/").count == 5 { figures.append(unescape(id)) }
      }
      rest = rest[rest.index(after: close)...]
    }
    return ResultsDocument.Judgement(words: unescape(words + rest), figures: figures)
  }

  private static func unescape(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
      .reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}

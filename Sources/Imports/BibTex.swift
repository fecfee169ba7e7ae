internal import Datasets
internal import Foundation
internal import Quantities

/// Entries of a BibTeX file as rows: `key`, `type` and the fields in lower case; braces and accents that LaTeX needs are taken off.
enum BibTex {
  static func table(_ text: String, file: String) throws -> ForeignTable {
    var reader = Reader(text: Array(text), file: file)
    var rows: [ForeignTable.Row] = []
    while let row = try reader.entry() { rows.append(row) }
    let columns = Set(rows.flatMap(\.words.keys)).sorted()
    return ForeignTable(file: file, columns: columns, rows: rows)
  }

  private struct Reader {
    let text: [Character]
    let file: String
    var at = 0
    var line = 1

    private var current: Character? { at < text.count ? text[at] : nil }

    private mutating func step() {
      if current?.isNewline ?? false { line += 1 }
      at += 1
    }

    private mutating func skip(while holds: (Character) -> Bool) {
      while let character = current, holds(character) { step() }
    }

    private mutating func word() -> String {
      let start = at
      skip { $0.isLetter || $0.isNumber || "-_:.+/".contains($0) }
      return String(text[start..<at])
    }

    private func broken(_ what: String) -> InvalidScenario {
      InvalidScenario([Diagnostic(Span(file: file, line: line, column: 1), what)])
    }

    mutating func entry() throws -> ForeignTable.Row? {
      while true {
        skip { $0 != "@" }
        guard current != nil else { return nil }
        let span = Span(file: file, line: line, column: 1)
        step()
        let type = word().lowercased()
        skip(while: \.isWhitespace)
        guard current == "{" || current == "(" else { throw broken("'@\(type)' without a '{'") }
        if ["comment", "preamble", "string"].contains(type) {
          _ = try braced()
          continue
        }
        step()
        skip(while: \.isWhitespace)
        let start = at
        skip { $0 != "," && !$0.isNewline }
        var words = ["type": type, "key": BibTex.plain(String(text[start..<at]))]
        while true {
          skip { $0.isWhitespace || $0 == "," }
          guard let character = current else { throw broken("an entry that is never closed") }
          if character == "}" || character == ")" {
            step()
            return ForeignTable.Row(words: words, span: span)
          }
          let name = word().lowercased()
          skip(while: \.isWhitespace)
          guard !name.isEmpty, current == "=" else {
            throw broken("found '\(character)', expected a field")
          }
          step()
          words[name] = BibTex.plain(try value())
        }
      }
    }

    /// Parts joined with `#`: in braces, in quotes, or bare.
    private mutating func value() throws -> String {
      var result = ""
      repeat {
        if current == "#" { step() }
        skip(while: \.isWhitespace)
        switch current {
        case "{": result += try braced()
        case "\"": result += try quoted()
        default: result += word()
        }
        skip(while: \.isWhitespace)
      } while current == "#"
      return result
    }

    private mutating func braced() throws -> String {
      step()
      let start = at
      var depth = 1
      while let character = current {
        if character == "{" { depth += 1 }
        if character == "}" { depth -= 1 }
        if depth == 0 {
          defer { step() }
          return String(text[start..<at])
        }
        step()
      }
      throw broken("a '{' that is never closed")
    }

    private mutating func quoted() throws -> String {
      step()
      let start = at
      var depth = 0
      while let character = current {
        if character == "{" { depth += 1 }
        if character == "}" { depth -= 1 }
        if character == "\"", depth == 0 {
          defer { step() }
          return String(text[start..<at])
        }
        step()
      }
      throw broken("a '\"' that is never closed")
    }
  }

  private static let marks: [Character: Character] = [
    "'": "\u{301}", "`": "\u{300}", "^": "\u{302}", "\"": "\u{308}", "~": "\u{303}", ".": "\u{307}",
    "v": "\u{30c}", "c": "\u{327}", "k": "\u{328}", "u": "\u{306}", "=": "\u{304}", "r": "\u{30a}",
    "H": "\u{30b}",
  ]
  private static let letters: [String: String] = [
    "l": "ł", "L": "Ł", "o": "ø", "O": "Ø", "ss": "ß", "ae": "æ", "AE": "Æ", "i": "ı", "aa": "å",
    "AA": "Å",
    "url": "", "emph": "", "textit": "", "textbf": "", "texttt": "", "&": "&", "%": "%", "_": "_",
    "#": "#", "$": "$",
  ]

  /// Without braces, with letters for `\"u`, `\l`, `\&`, and one space for any white space.
  static func plain(_ text: String) -> String {
    let source = Array(text)
    var result = ""
    var at = 0
    while at < source.count {
      let character = source[at]
      guard character == "\\", at + 1 < source.count else {
        if character != "{", character != "}" { result.append(character == "~" ? " " : character) }
        at += 1
        continue
      }
      let next = source[at + 1]
      var end = at + 2
      if next.isLetter { while end < source.count, source[end].isLetter { end += 1 } }
      let name = String(source[(at + 1)..<end])
      var letter = end
      while letter < source.count, source[letter] == "{" || source[letter] == " " { letter += 1 }
      if name.count == 1, let mark = marks[next], letter < source.count, source[letter].isLetter {
        result += "\(source[letter])\(mark)".precomposedStringWithCanonicalMapping
        end = letter + 1
      } else {
        result += letters[name] ?? ""
      }
      at = end
    }
    return result.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

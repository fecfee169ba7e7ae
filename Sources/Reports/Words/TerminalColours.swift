/// Colours for a terminal: they repeat what the words say and carry nothing of their own.
public enum TerminalColours {
  private static let (bold, red, green, yellow, cyan) = ("1", "31", "32", "33", "36")

  private static func painted(_ text: some StringProtocol, _ code: String) -> String {
    text.isEmpty ? "" : "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  /// Of a diagnostic: what kind it is, and the help below it.
  public static func diagnostic(_ text: String) -> String {
    lines(text) { line in
      if line.hasPrefix("  help: ") { return painted(line, cyan) }
      for (word, code) in [("error:", "\(bold);\(red)"), ("warning:", "\(bold);\(yellow)")] {
        if line.hasPrefix(word) { return painted(word, code) + line.dropFirst(word.count) }
        // behind file, line and column
        if let found = line.firstRange(of: ": \(word)") {
          return line[..<found.lowerBound] + ": " + painted(word, code)
            + line[found.upperBound...]
        }
      }
      return String(line)
    }
  }

  /// Of an answer: its first line bold, what is lost red and what is gained green where a cell is a change.
  public static func answer(_ text: String) -> String {
    var isFirst = true
    return lines(text) { line in
      defer { isFirst = false }
      if isFirst { return painted(line, bold) }
      guard let last = line.split(separator: " ").last, line.hasPrefix("  "),
        line.hasSuffix(last), last.dropFirst().allSatisfy({ "0123456789".contains($0) }),
        last.count > 1
      else { return String(line) }
      let code = last.hasPrefix("−") ? red : last.hasPrefix("+") ? green : nil
      return code.map { line.dropLast(last.count) + painted(last, $0) } ?? String(line)
    }
  }

  private static func lines(_ text: String, _ body: (Substring) -> String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(body).joined(separator: "\n")
  }
}

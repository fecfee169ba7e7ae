/// Cells of comma-separated text, RFC 4180.
public enum Csv {
  /// A cell, quoted where it must be.
  public static func cell(_ text: String) -> String {
    guard text.utf8.contains(where: { [34, 44, 59, 9, 10, 13].contains($0) }) else { return text }
    return "\"\(text.replacing("\"", with: "\"\""))\""
  }

  /// A cell of text for a spreadsheet, which would take one that begins with `=`, `+`, `-`, `@`, a tab or the end of a
  /// line for a formula: such a cell gets an apostrophe before it.
  ///
  /// Source: OWASP, CSV Injection.
  public static func words(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@\t\r\n".unicodeScalars.contains(first) else {
      return cell(text)
    }
    return cell("'\(text)")
  }
}

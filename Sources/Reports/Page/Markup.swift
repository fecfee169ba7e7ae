/// HTML that is known to be whole: what comes in as text is escaped.
public struct Markup: Sendable {
  let html: String

  /// Markup of ours, as it is.
  init(html: String) { self.html = html }

  /// Text; what has a meaning in markup is escaped.
  public init(_ text: String) { html = Html.escape(text) }

  public static func + (a: Markup, b: Markup) -> Markup { Markup(html: a.html + b.html) }

  public static func paragraph(_ text: Markup) -> Markup { Markup(html: "<p>\(text.html)</p>") }

  /// A table; the first cell of a row is its head.
  public static func table(_ caption: String, _ heads: [String], _ rows: [[Markup]]) -> Markup {
    let body = rows.map { row in
      let cells = row.enumerated().map { index, cell in
        index == 0 ? "<th scope=\"row\">\(cell.html)</th>" : "<td>\(cell.html)</td>"
      }
      return "<tr>\(cells.joined())</tr>"
    }
    return Markup(
      html: Html.table(
        caption, heads.map(Html.escape), "<tbody>\(body.joined())</tbody>"))
  }
}

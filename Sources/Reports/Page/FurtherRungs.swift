internal import Findings
internal import Quantities
internal import Theatre

/// Rungs that have no section of their own: their figures as they are.
extension PageWriter {
  mutating func furtherRungs() -> String {
    var out = ""
    for rung in results.declared where LadderText.teller(of: rung) == nil {
      for table in PlainLadder.tables(results, of: nil, rung) { out += plain(table) }
    }
    return out
  }

  private mutating func plain(_ table: PlainLadder.Table) -> String {
    var rows = ""
    for row in table.rows {
      rows += "<tr><th scope=\"row\">\(Html.escape(row.setting.word))</th>"
      for figure in row.figures { rows += printer.cell(figure, Words.plain(figure)) }
      rows += "<td>\(printer.note(row.figures))</td></tr>"
    }
    let name = theatre.places.first { $0.subject == table.subject }?.name ?? table.subject.word
    let threat = table.threat.map { ", \($0)" } ?? ""
    return Html.table(
      "\(name), \(table.quantity.word)\(threat): \(table.quantity.sentence)",
      ["Posture"] + table.statistics.map { Html.escape($0.name) } + ["Note"],
      "<tbody>\(rows)</tbody>")
  }
}

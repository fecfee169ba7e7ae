import ArgumentParser
import Quantities
import Scenarios
import Vedette

/// `vedette catalogue`: what systems there are, and what is said of one.
struct CatalogueCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogue", abstract: "Look systems up: their figures and who said them.")

  @Argument(help: "Id of a system, or a kind; all systems without.") var name: String?
  @Option(help: "Only systems with this word in their id, kind or name.") var search: String?
  @Option(help: "A scenario's folder, for the systems it knows instead of the shipped ones.")
  var scenario: String?
  @Flag(help: "Print as JSON.") var json = false

  func run() async throws {
    try await Terminal.run { [self] in
      let catalogue =
        try scenario.map { Catalogue(try Scenario(path: $0).document) } ?? Catalogue()
      var found = search.map(catalogue.entries(like:)) ?? catalogue.entries
      if let name {
        let named = Set(catalogue.entries(called: name).map(\.id))
        guard !named.isEmpty || catalogue.kind(name) != nil else {
          throw unknown(name, catalogue)
        }
        found = found.filter { named.contains($0.id) }
      }
      if json {
        try Terminal.print(CatalogueText.json(found, catalogue).text + "\n")
      } else if found.count == 1, search == nil, catalogue.kind(name) == nil {
        try Terminal.print(CatalogueText.full(found[0], catalogue))
      } else {
        let kind = catalogue.kind(name)
        try Terminal.print(
          (kind.map { CatalogueText.fields($0, catalogue) } ?? "")
            + CatalogueText.list(found, catalogue, hasHeads: kind == nil))
      }
    }
  }

  private func unknown(_ name: String, _ catalogue: Catalogue) -> ExitCode {
    Terminal.complain(
      "error: '\(name)' is no system and no kind"
        + (catalogue.nearest(to: name).map { "\n  help: did you mean '\($0)'?" } ?? ""))
    return .badData
  }
}

enum CatalogueText {
  /// One line a system, kind by kind; classes stand in front of those that are like them.
  static func list(
    _ entries: [Catalogue.Entry], _ catalogue: Catalogue, hasHeads: Bool
  ) -> String {
    guard !entries.isEmpty else { return "no system has that word\n" }
    return catalogue.kinds.map { kind in
      let own = entries.filter { $0.kind == kind.name }
      guard !own.isEmpty else { return "" }
      return (hasHeads ? "\(kind.name): \(kind.summary)\n" : "")
        + own.map { entry in
          let like = entry.like.map { ", like \($0)" } ?? ""
          return
            "  \(padded(entry.id, 28))\(entry.isClass ? "(class) " : "")\(entry.name)\(like)\n"
        }.joined()
    }.joined()
  }

  /// The fields of a kind: what may be written, and what the systems of the catalogue have.
  static func fields(_ kind: FieldTable, _ catalogue: Catalogue) -> String {
    let systems = catalogue.entries.filter { $0.kind == kind.name && !$0.isClass }
    return "\(kind.name): \(kind.summary)\n\n"
      + kind.fields.map { field in
        let typical = systems.compactMap { $0.fields.first { $0.name == field.name }?.typical }
        return
          "  \(padded(field.name, 24))\(field.summary)\(field.isRequired ? "" : " (may be left out)")\n"
          + "  \(padded("", 24))\(field.text(field.range.lowerBound, field.range.upperBound)); "
          + "\(has(typical.sorted(), field))\n"
      }.joined() + "\n"
  }

  /// What systems have of a field, in order.
  private static func has(_ typical: [Double], _ field: Field) -> String {
    guard let low = typical.first, let high = typical.last else { return "no system has one" }
    let middle = typical[typical.count / 2]
    return typical.count == 1
      ? "one system has \(field.text(low, low))"
      : low == high
        ? "systems have \(field.text(low, low))"
        : "systems have \(field.text(low, high)), half of them up to \(field.text(middle, middle))"
  }

  /// Every figure of a system, and who said it.
  static func full(_ entry: Catalogue.Entry, _ catalogue: Catalogue) -> String {
    var text =
      "\(entry.id): \(entry.name), \(entry.kind)"
      + (entry.like.map { ", like \($0)" } ?? "") + (entry.isClass ? ", a class" : "") + "\n"
    for field in entry.fields {
      let from = field.owner == entry.id ? "" : ", as all that are like \(field.owner)"
      text += "\n  \(field.name)\(from): \(field.summary)\n"
      for claim in field.claims {
        let source = claim.source.flatMap(catalogue.source)
        let grade =
          source.map { " [\($0.reliability.rawValue)\($0.credibility.rawValue)]" } ?? ""
        text +=
          "    \(padded(claim.words, 24))\(source?.title ?? "nobody in particular")\(grade)"
          + (claim.note.map { "; \($0)" } ?? "") + "\n"
      }
    }
    for setting in entry.settings { text += "\n  \(setting.name): \(Json.short(setting.value))\n" }
    return text
  }

  static func json(_ entries: [Catalogue.Entry], _ catalogue: Catalogue) -> Json {
    .array(
      entries.map { entry in
        .object([
          ("id", .string(entry.id)), ("kind", .string(entry.kind)), ("name", .string(entry.name)),
          ("like", entry.like.map(Json.string) ?? .null), ("class", .bool(entry.isClass)),
          (
            "fields",
            .object(
              entry.fields.map { field in
                (
                  field.name,
                  .object([
                    ("of", .string(field.owner)), ("unit", .string(field.siUnit)),
                    ("typical", .number(field.typical)),
                    (
                      "claims",
                      .array(
                        field.claims.map { claim in
                          .object([
                            ("low", .number(claim.range.low)),
                            ("likely", .number(claim.range.likely)),
                            ("high", .number(claim.range.high)),
                            ("source", claim.source.map(Json.string) ?? .null),
                            ("note", claim.note.map(Json.string) ?? .null),
                          ])
                        })
                    ),
                  ])
                )
              })
          ),
        ])
      })
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}

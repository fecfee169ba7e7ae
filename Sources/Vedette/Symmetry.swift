internal import Quantities
internal import Scenarios
internal import Theatre

/// Systems that one unit of a type has and its sisters lack: an omission that reads as a change.
struct Symmetry {
  private let document: Document
  private let theatre: Theatre

  init(_ document: Document, _ theatre: Theatre) {
    (self.document, self.theatre) = (document, theatre)
  }

  /// One a pair of systems, at the first posture that has it.
  ///
  /// Rows of one unit share their site and their source. What is only tried out counts for neither; where most of a type have
  /// a system, the others may have lost it.
  var warnings: [Diagnostic] {
    var told: Set<[String]> = []
    return document.postures.flatMap { written -> [Diagnostic] in
      guard let posture = theatre.posture(written.id) else { return [] }
      let forces = posture.forces.filter {
        $0.sighting.standing != .whatIf && !$0.source.isEmpty
      }
      let units = Dictionary(grouping: forces) { "\($0.site) \($0.source)" }
        .mapValues { Set($0.map(\.system)) }
      let systems = Set(forces.map(\.system)).sorted()
      return systems.flatMap { first in
        systems.compactMap { second -> Diagnostic? in
          guard first != second, !told.contains([first, second]) else { return nil }
          let sisters = units.filter { $0.value.contains(first) }
          func sites(_ has: Bool) -> [String] {
            sisters.filter { $0.value.contains(second) == has }
              .keys.compactMap { $0.split(separator: " ").first.map(String.init) }.sorted()
          }
          let (have, lack) = (sites(true), sites(false))
          guard !have.isEmpty, have.count <= lack.count, sisters.count >= 3 else { return nil }
          told.insert([first, second])
          return Diagnostic(
            written.span,
            "posture '\(posture.id)': \(second) stands with \(first) at \(have.joined(separator: ", ")), and not at "
              + "\(lack.joined(separator: ", "))",
            help: "add it there, or say under left_out why not", severity: .warning)
        }
      }
    }
  }
}

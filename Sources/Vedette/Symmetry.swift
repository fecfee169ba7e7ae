internal import Quantities
internal import Scenarios
internal import Theatre

/// What an order of battle probably leaves out: systems that one unit of a type has and its sisters lack, and classes whose
/// nearest base is implausibly far.
struct Symmetry {
  private let document: Document
  private let theatre: Theatre

  init(_ document: Document, _ theatre: Theatre) {
    (self.document, self.theatre) = (document, theatre)
  }

  var warnings: [Diagnostic] { unlikeSisters + farBases }

  /// A base farther than this may stand for one that is left out.
  private static let far: Length = .kilometres(500)

  /// One a class and country, at the first posture that has it.
  ///
  /// Far is a base of a class beyond 500 km and a quarter of its own range, where another class has one at less than a
  /// third of that distance.
  private var farBases: [Diagnostic] {
    var told: Set<[String]> = []
    let countries = Dictionary(grouping: theatre.places, by: \.country)
    return document.postures.flatMap { written -> [Diagnostic] in
      guard let posture = theatre.posture(written.id) else { return [] }
      return countries.sorted { $0.key < $1.key }.flatMap { country, places in
        let bases = nearest(to: places, posture)
        return bases.sorted { $0.key < $1.key }.compactMap { kind, base -> Diagnostic? in
          let other = bases.filter { $0.key != kind }.values.min {
            $0.distance.metres < $1.distance.metres
          }
          guard let other, base.distance.metres > Symmetry.far.metres,
            base.distance.metres > 3 * other.distance.metres,
            base.distance.metres > base.range / 4, !isLeftOut(kind, places),
            told.insert([country, kind]).inserted
          else { return nil }
          return Diagnostic(
            written.span,
            "posture '\(posture.id)': \(country): the nearest base of \(kind) is \(base.site), "
              + "\(Int(base.distance.kilometres.rounded())) km away; others have one within "
              + "\(Int(other.distance.kilometres.rounded())) km",
            help: "is a nearer one left out? Add it, or say under left_out why not",
            severity: .warning)
        }
      }
    }
  }

  /// Whether the scenario says of the class that it leaves something out there; what is left out everywhere answers nothing
  /// of a place.
  private func isLeftOut(_ kind: String, _ places: [Theatre.Place]) -> Bool {
    theatre.leftOut.contains { entry in
      !entry.places.isEmpty && entry.of.replacing(" ", with: "-").hasPrefix(kind)
        && places.contains(where: entry.concerns)
    }
  }

  private typealias Base = (site: String, distance: Length, range: Double)

  /// Class by class the base that is nearest to any of the places, among those that reach it.
  private func nearest(to places: [Theatre.Place], _ posture: Theatre.Posture) -> [String: Base] {
    let all = places.flatMap { theatre.inReach(of: $0, under: posture) }
    return Dictionary(grouping: all) { theatre.systems[$0.force.system]!.kind }
      .compactMapValues { found in
        found.min { $0.distance.metres < $1.distance.metres }.map {
          ($0.force.site, $0.distance, $0.range.metres)
        }
      }
  }

  /// One a pair of systems, at the first posture that has it.
  ///
  /// Rows of one unit share their site and their source. What is only tried out counts for neither; where most of a type have
  /// a system, the others may have lost it.
  private var unlikeSisters: [Diagnostic] {
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

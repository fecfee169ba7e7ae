internal import Quantities

extension CrossCheck {
  /// Sites, places and crossings that the operational rung names.
  mutating func checkOperations() {
    for crossing in document.crossings where !crossing.source.isEmpty {
      check(Document.Written(crossing.source, crossing.span), in: sources, "source")
    }
    for crossing in document.crossings
    where sites.contains(crossing.id) || formations.contains(crossing.id) {
      report(crossing.span, "'\(crossing.id)' is the id of a site or of a formation already")
    }
    checkRotations()
    guard let operations = document.operations else { return }
    let sides = OperationsVocabulary.sides.filter { claims("movement.\($0).") }
    if let change = document.crossings.first(where: \.changesGauge) {
      for side in sides where !claims("movement.\(side).gauge_change") {
        report(
          change.span, "'\(change.id)' changes the gauge: 'gauge_change' of '\(side)' is missing")
      }
    }
    let owners = Names(places.all + countries.all)
    if let system = operations.prepositioned {
      check(system, in: systems, "system")
      let line = document.systems.first { $0.id == system.value }?.line ?? []
      if systems.contains(system.value), !line.contains(where: { claims("catalogue.\($0).men") }) {
        report(system.span, "'\(system.value)' is no ground force: it has no men")
      }
    }
    let ids = Names(operations.axes.map(\.id))
    for together in operations.together {
      for axis in together.axes { check(axis, in: ids, "axis") }
      if Set(together.axes.map(\.value)).count < 2 {
        report(together.span, "'\(together.id)' names fewer than two axes")
      }
    }
    for axis in operations.axes + operations.past.map(\.axis) {
      check(axis.from, in: sites, "site")
      if let at = axis.at { check(at, in: sites, "site") }
      for place in axis.places { check(place, in: owners, "place or country") }
      if !axis.defenders.isEmpty, !claims("movement.defended.") {
        report(
          axis.span, "axis '\(axis.id)': movement of 'defended' is missing",
          help: "forces that reinforce move as it says")
      }
    }
  }

  /// Formations that a posture has on a day on which they were elsewhere, as far as is known.
  mutating func checkRotations(_ posture: Document.Posture, _ standing: Set<String>) {
    let known = Dictionary(grouping: document.rotations, by: \.formation.value)
    for formation in document.formations where standing.contains(formation.id) {
      guard let times = known[formation.id], !times.contains(where: { $0.holds(posture.asOf) }),
        formation.sighting.standing != .whatIf
      else { continue }
      warn(
        posture.span,
        "posture '\(posture.id)' has '\(formation.id)' on \(posture.asOf), and no row of rotations.csv does"
      )
    }
  }

  private mutating func checkRotations() {
    for rotation in document.rotations {
      check(rotation.formation, in: formations, "formation")
      if !rotation.source.isEmpty {
        check(Document.Written(rotation.source, rotation.span), in: sources, "source")
      }
    }
  }

  private func claims(_ head: String) -> Bool {
    document.claims.contains { "\($0.address)".hasPrefix(head) }
  }
}

internal import Quantities

extension CrossCheck {
  /// Sites, places and crossings that the operational rung names.
  mutating func checkOperations() {
    for crossing in document.crossings where !crossing.source.isEmpty {
      check(Document.Written(crossing.source, crossing.span), in: sources, "source")
    }
    guard let operations = document.operations else { return }
    let sides = OperationsVocabulary.sides.filter { claims("movement.\($0).") }
    if let change = document.crossings.first(where: \.changesGauge) {
      for side in sides where !claims("movement.\(side).gauge_change") {
        report(
          change.span, "'\(change.id)' changes the gauge: 'gauge_change' of '\(side)' is missing")
      }
    }
    let owners = Names(places.all + countries.all)
    for axis in operations.axes {
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

  private func claims(_ head: String) -> Bool {
    document.claims.contains { "\($0.address)".hasPrefix(head) }
  }
}

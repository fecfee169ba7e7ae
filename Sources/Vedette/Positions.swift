internal import Geodesy
internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre

/// Where places stand, held against what the scenario itself says: its region, and the outlines that it draws.
///
/// A lost minus or swapped coordinates put a place out of everybody's reach, which reads as safe.
struct Positions {
  private let document: Document
  private let theatre: Theatre
  private var outlines: Outlines { theatre.outlines }

  init(_ document: Document, _ theatre: Theatre) {
    (self.document, self.theatre) = (document, theatre)
  }

  /// A warning for each place that lies outside the region or its country, or where another one is.
  var warnings: [Diagnostic] {
    var seen: [SIMD2<Double>: String] = [:]
    return document.places.flatMap { place -> [Diagnostic] in
      let point = SIMD2(place.longitude, place.latitude)
      var found = [misplaced(place)].compactMap(\.self)
      if let first = seen[point] {
        found.append(
          Diagnostic(
            place.span, "place '\(place.id)' stands at the very point of '\(first)'",
            severity: .warning))
      }
      seen[point] = place.id
      return found
    }
  }

  private func misplaced(_ place: Document.Place) -> Diagnostic? {
    let point = SIMD2(place.longitude, place.latitude)
    let wrong: String
    if !isInRegion(point) {
      wrong = "outside the region"
    } else if !isAtHome(point, place.country) {
      let whose = outlines.polygons.keys.sorted().first { outlines.polygons[$0]!.contains(point) }
      wrong =
        "outside the outline of \(place.country)" + (whose.map { ", in that of \($0)" } ?? "")
    } else {
      return nil
    }
    return Diagnostic(
      place.span,
      "place '\(place.id)' at \(Positions.words(point)) lies \(wrong)",
      help: correction(of: point, place.country), severity: .warning)
  }

  private func isInRegion(_ point: SIMD2<Double>) -> Bool {
    theatre.holds(latitude: point.y, longitude: point.x)
  }

  /// Whether it lies in its country as the scenario draws it, or within 5 km of it: towns stand on coasts. Where the scenario
  /// draws no such country, yes.
  private func isAtHome(_ point: SIMD2<Double>, _ country: String) -> Bool {
    guard let outline = outlines.polygons[country] else { return true }
    let position = Position(point.y, point.x)
    return outline.contains(point)
      || (0..<16).contains { step in
        let near = Geodesic.direct(
          from: position, azimuth: .degrees(Double(step) * 22.5), distance: .kilometres(5))
        return outline.contains(SIMD2(near.longitude.degrees, near.latitude.degrees))
      }
  }

  /// What was probably meant: the one change of sign or order that puts it where it belongs.
  private func correction(of point: SIMD2<Double>, _ country: String) -> String? {
    let meant: [(point: SIMD2<Double>, words: String)] = [
      (SIMD2(-point.x, point.y), "the longitude has lost or gained a minus"),
      (SIMD2(point.x, -point.y), "the latitude has lost or gained a minus"),
      (SIMD2(-point.x, -point.y), "both have lost or gained a minus"),
      (SIMD2(point.y, point.x), "latitude and longitude are swapped"),
    ]
    let right = meant.filter {
      abs($0.point.y) <= 90 && isInRegion($0.point) && isAtHome($0.point, country)
    }
    return right.count == 1
      ? "perhaps \(right[0].words): \(Positions.words(right[0].point)) would fit" : nil
  }

  /// `54.7, 25.3`: latitude first, as the table has it.
  private static func words(_ point: SIMD2<Double>) -> String {
    "\(Json.short(point.y)), \(Json.short(point.x))"
  }
}

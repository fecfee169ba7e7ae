internal import Quantities

/// What postures have in place, step by step.
extension CrossCheck {
  mutating func checkPostures() {
    var present: [String: Set<String>] = [:]
    for posture in document.postures {
      if let from = posture.from, present[from.value] == nil {
        check(from, in: Names(present.keys.sorted()), "earlier posture")
      }
      var standing = posture.from.flatMap { present[$0.value] } ?? []
      checkSubjects(posture.present + posture.edits.compactMap(\.subject))
      standing.formUnion(posture.present.map(\.value))
      for edit in posture.edits { apply(edit, to: &standing) }
      present[posture.id] = standing
      checkThreats(posture, standing)
      checkRotations(posture, standing)
    }
    let anywhere = present.values.reduce(into: Set()) { $0.formUnion($1) }
    for lever in document.levers { check(lever.edits, on: anywhere) }
    for past in document.operations?.past ?? [] {
      check(past.posture, in: postures, "posture")
      check(past.edits, on: present[past.posture.value] ?? anywhere)
    }
  }

  private mutating func check(_ edits: [Document.Edit], on standing: Set<String>) {
    checkSubjects(edits.compactMap(\.subject))
    var standing = standing
    for edit in edits { apply(edit, to: &standing) }
  }

  private mutating func checkSubjects(_ names: [Document.Written<String>]) {
    let movable = Names(sites.all + formations.all + document.crossings.map(\.id))
    let bare = Set(document.sites.filter(\.system.isEmpty).map(\.id))
    for name in names {
      check(name, in: movable, "site, formation or crossing")
      if bare.contains(name.value) {
        report(name.span, "site '\(name.value)' has no sensor that a posture could switch")
      }
    }
  }

  /// What an edit does, and whether it can.
  private mutating func apply(_ edit: Document.Edit, to standing: inout Set<String>) {
    switch edit {
    case .add(let name), .on(let name): standing.insert(name.value)
    case .remove(let name), .off(let name):
      if formations.contains(name.value) || sites.contains(name.value),
        standing.remove(name.value) == nil
      {
        warn(name.span, "'\(name.value)' is not in the posture: nothing is taken away")
      }
    case .move(let name, let target):
      check(name, in: formations, "formation")
      check(target, in: sites, "site")
      if formations.contains(name.value), !standing.contains(name.value) {
        report(
          name.span, "'\(name.value)' cannot be moved: it is not in the posture",
          help: "add it first")
      }
    case .set, .rules: break
    }
  }

  private mutating func checkThreats(_ posture: Document.Posture, _ standing: Set<String>) {
    let own = document.formations.filter { standing.contains($0.id) }
    if own.isEmpty {
      warn(posture.span, "posture '\(posture.id)' has no formation: nothing threatens anybody")
    }
  }

  /// Formations of the side that is warned.
  mutating func checkSides() {
    let used = Set(
      document.postures.flatMap { posture in
        posture.present.map(\.value) + posture.edits.compactMap(\.subject?.value)
      })
    let threats = Set(document.practice.map(\.threat))
    let kinds = Dictionary(
      document.systems.map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
    for formation in document.formations
    where used.contains(formation.id) && kinds[formation.system].map(threats.contains) ?? true {
      let isAlly = document.alliance.contains(formation.country)
      guard isAlly || countries.contains(formation.country) else { continue }
      warn(
        formation.span,
        "formation '\(formation.id)' is of \(formation.country), which "
          + (isAlly ? "stands under alliance" : "has places that are warned")
          + ": it threatens its own side",
        help: "formations are those of the other side")
    }
  }
}

extension Document.Edit {
  /// What is switched, added or taken away; nil for a move, which has checks of its own, and for a set.
  fileprivate var subject: Document.Written<String>? {
    switch self {
    case .add(let name), .remove(let name), .on(let name), .off(let name): name
    case .move, .set, .rules: nil
    }
  }
}

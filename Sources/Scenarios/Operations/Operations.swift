public import Quantities

extension Document {
  /// `operations.yaml`, `crossings.csv` and `rotations.csv`: where ground forces close up, who watches, who is to be there in
  /// time, and what is known of movements of the past.
  ///
  /// What is drawn are claims under `axis.…`, `movement.…` and `observer.…`; what stands here is never drawn.
  public struct Operations: Sendable {
    /// Where one side's ground forces close up before they cross, and the other side's have to stand by then.
    public struct Axis: Identifiable, Sendable {
      public let id, title: String
      /// Countries whose ground forces close up.
      public let countries: [String]
      /// The site where they close up.
      public let from: Written<String>
      /// Countries whose ground forces reinforce, and the site where they have to be; nil where nobody does.
      public let defenders: [String]
      public let at: Written<String>?
      /// Places and countries that it concerns.
      public let places: [Written<String>]
      public let span: Span
    }

    /// A movement that has been: what would have been said of it before, and how long it took.
    ///
    /// Its axis is drawn for this alone. The claims of `axis.ID.took` are what was observed; they are never drawn.
    public struct Past: Identifiable, Sendable {
      /// What is known to have come to pass.
      public enum Moment: String, CaseIterable, Sendable {
        /// The first train stood at its ramp.
        case firstTrain = "first-train"
        /// The men of the axis had closed up.
        case closed
        /// It was reported as a build-up.
        case reported
        /// The approach was behind it, counted from where it closed up.
        case approached
      }

      public let axis: Axis
      /// Who stood where before, and what was known otherwise.
      public let posture: Written<String>
      public let edits: [Edit]
      public let moment: Moment
      public let began: Day
      public var id: String { axis.id }
    }

    /// Axes on which forces move at one time, from the same trains and the same stock.
    public struct Together: Identifiable, Sendable {
      public let id, title: String
      public let axes: [Written<String>]
      public let span: Span
    }

    /// When a formation was where it is, as far as the public knows.
    public struct Rotation: Identifiable, Sendable {
      public let id: String
      public let formation: Written<String>
      public let from: Day
      /// Nil while it stays.
      public let until: Day?
      public let source, note: String
      public let span: Span

      public func holds(_ day: Day) -> Bool { from <= day && until.map { day <= $0 } ?? true }
    }

    /// Somebody who reports what moves.
    public struct Observer: Identifiable, Sendable {
      public let id, title: String
    }

    /// Where a road or a railway passes a border.
    public struct Crossing: Identifiable, Sendable {
      public enum Kind: String, CaseIterable, Sendable { case road, rail }

      public let id, name: String
      public let kind: Kind
      public let latitude, longitude: Double
      /// Whether trains change their gauge there.
      public let changesGauge: Bool
      public let isOpen: Bool
      public let source: String
      public let span: Span
    }

    public var axes: [Axis] = []
    public var past: [Past] = []
    public var together: [Together] = []
    /// A system of the catalogue of which one more could wait with its vehicles where each axis closes up.
    public var prepositioned: Written<String>?
    public var observers: [Observer] = []
  }
}

/// The tables of `operations.yaml`.
public struct OperationsVocabulary: Sendable {
  /// How a side moves on roads and rails; `other` and `defended`.
  public var movement: FieldTable
  public var observer: FieldTable
  public var axis: FieldTable
  /// Of an axis of the past: what was observed beside what is drawn.
  public var past: FieldTable
  /// What one kind of weapon does to a vehicle that it is sent against; `drone`, `munition` and `missile`.
  public var attrition: FieldTable

  /// The two sides that move.
  public static let sides = ["other", "defended"]

  /// What is sent against vehicles.
  public static let weapons = ["drone", "munition", "missile"]

  public init(
    movement: FieldTable, observer: FieldTable, axis: FieldTable, past: FieldTable,
    attrition: FieldTable
  ) {
    (self.movement, self.observer, self.axis) = (movement, observer, axis)
    (self.past, self.attrition) = (past, attrition)
  }

  /// The table that an address `ROOT.OWNER.FIELD` follows.
  func table(_ root: String) -> FieldTable? {
    switch root {
    case "movement": movement
    case "observer": observer
    case "axis": axis
    case "attrition": attrition
    default: nil
    }
  }
}

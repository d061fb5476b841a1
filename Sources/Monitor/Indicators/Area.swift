package import Law

/// For whom a figure is (område): a service, a region of Bufetat, or the nation.
package enum Area: Hashable, Sendable {
    /// All services of this installation together.
    case nation
    /// The services of one region of Bufetat.
    case region(Region)
    /// One municipal service, by its unit.
    case service(UnitID)
}

/// Which service lies in which region: the tree along which figures add up.
package struct AreaTree: Hashable, Sendable {
    /// The regions that have a service here, in order.
    package let regions: [Region]
    private let services: [Region: [UnitID]]
    private let regionOf: [UnitID: Region]

    /// The tree of services, each with the region in which it lies.
    package init(_ regionOf: [UnitID: Region]) {
        self.regionOf = regionOf
        var services: [Region: [UnitID]] = [:]
        for (service, region) in regionOf.sorted(by: { $0.key < $1.key }) {
            services[region, default: []].append(service)
        }
        self.services = services
        regions = Region.allCases.filter { services[$0] != nil }
    }

    /// The services of a region, in order; none where it has none here.
    package func services(in region: Region) -> [UnitID] { services[region] ?? [] }

    /// The areas that a service's figures count in, itself first; none for a service that is not in the tree.
    func areas(of service: UnitID) -> [Area] {
        regionOf[service].map { [.service(service), .region($0), .nation] } ?? []
    }

    /// The areas that add up to one.
    func parts(of area: Area) -> [Area] {
        switch area {
        case .nation: regions.map(Area.region)
        case .region(let region): services(in: region).map(Area.service)
        case .service: []
        }
    }

    /// All areas, larger ones first.
    package var areas: [Area] {
        [.nation] + regions.flatMap { [Area.region($0)] + parts(of: .region($0)) }
    }
}

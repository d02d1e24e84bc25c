/** What a place is in the law of its country. */
export const PLACE_TYPES = [
  'municipality',
  'city',
  'city-municipality',
  'urban',
  'rural',
  'urban-rural',
  'county',
  'city-county',
  'voivodeship',
] as const
export type PlaceType = (typeof PLACE_TYPES)[number]

/**
 * A unit of local government with its official code. Serbia: `municipality` (opština), `city` (grad),
 * `city-municipality` (gradska opština). Poland: gmina `urban`, `rural` or `urban-rural`; `county` (powiat),
 * `city-county` (a city with powiat rights, seen as powiat), `voivodeship`.
 */
export interface Place {
  /** `rs-` and the matični broj, `pl-` and the TERYT code: 6 digits a gmina, 4 a powiat, 2 a voivodeship. */
  readonly id: string
  /** ISO 3166-1. */
  readonly country: string
  /** Official name, nominative, Latin script: `Bačka Palanka`, `powiat człuchowski`. */
  readonly name: string
  readonly type: PlaceType
  /** Inhabitants (Eurostat LAU 2020); 0 where the register of sizes lists only its parts. */
  readonly population: number
  /** Id of the unit it lies in: the city of a city municipality, the powiat of a gmina, the voivodeship of a powiat. */
  readonly parent?: string
  readonly nuts3?: string
  /** Degrees north and east, of the seat (GeoNames, CC BY 4.0). */
  readonly lat?: number
  readonly lon?: number
  /** Other names in use: `Soko Banja`. */
  readonly also: readonly string[]
}

/** Is it a powiat or a voivodeship, in which municipalities lie, and none itself? */
export const isUnit = ({ type }: Pick<Place, 'type'>): boolean => type === 'county' || type === 'voivodeship'

/** A place as the compiled gazetteer stores it: code, name, type, NUTS 3, population, parent's code, latitude, longitude, other names. */
export type PlaceRow = readonly [
  code: string,
  name: string,
  type: PlaceType,
  nuts3: string,
  population: number,
  parent: string,
  lat: number | null,
  lon: number | null,
  ...also: string[],
]

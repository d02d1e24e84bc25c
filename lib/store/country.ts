/** Country of a municipality by its id, which begins with it: `rs-70955` is in `RS`. */
export const countryOf = (municipality: string): string => municipality.slice(0, 2).toUpperCase()

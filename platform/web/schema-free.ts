/**
 * Stands in for TypeBox in the browser, where nothing is validated and a schema is only a type: builders give bare
 * objects. Objects keep their properties, since declarations spread them into others.
 */
type Bare = { properties?: Record<string, unknown> };

const builders: Record<string, (...given: never[]) => Bare> = {
  Object: (properties: Record<string, unknown>) => ({ properties }),
  Partial: (whole: Bare) => ({ properties: whole.properties ?? {} }),
  Required: (whole: Bare) => ({ properties: whole.properties ?? {} }),
  Pick: (whole: Bare) => ({ properties: whole.properties ?? {} }),
  Omit: (whole: Bare) => ({ properties: whole.properties ?? {} }),
  Optional: (one: Bare) => one,
};
const bare = () => ({ properties: {} });

const Type = new Proxy(builders, { get: (known, name: string) => known[name] ?? bare });

export { Type };
export default Type;

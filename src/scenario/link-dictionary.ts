const version1 = [
  // prettier-ignore
  '[{"kind":"initiatives","city":"all","dimension":"social","initiatives":3,"start":0,"ramp":2},{"kind"',
  ':"initiatives","city":"all","dimension":"cultural","initiatives":3,"start":0,"ramp":2},{"kind":"init',
  'iatives","city":"all","dimension":"legal","initiatives":3,"start":0,"ramp":2},{"kind":"initiatives",',
  '"city":"all","dimension":"political","initiatives":3,"start":0,"ramp":2},{"kind":"initiatives","city',
  '":"all","dimension":"economic","initiatives":3,"start":0,"ramp":2},{"kind":"partnerships","city":"al',
  'l","type":"public-private","partnerships":2},{"kind":"partnerships","city":"all","type":"third-priva',
  'te","partnerships":2},{"kind":"partnerships","city":"all","type":"third-public","partnerships":2},{"',
  'kind":"partnerships","city":"all","type":"other","partnerships":2},{"kind":"practice","city":"all","',
  'practice":""},{"kind":"funding","city":"all","change":0.5,"spend":"weights","weights":{"social":1,"c',
  'ultural":1,"legal":1,"political":1,"economic":1},"start":2,"ramp":3},{"kind":"funding","city":"all",',
  '"change":0.1,"spend":"gap-first"},{"kind":"turned","city":"all","share":0.2},{"kind":"funding","city',
  '":"all","change":-0.5,"start":0,"ramp":1}]{"kind":"own","initiatives":{"social":10,"cultural":6,"leg',
  'al":7,"political":1,"economic":5}}{"kind":"upper-quartile"}{"kind":"best"}{"low":0.5,"central":0.75,',
  '"high":1}"preset":"every-city-to-target""preset":"one-in-five-public-private""preset":"chicago-new-a',
  'mericans""preset":"portugal-second-plan""preset":"auckland-levy""preset":"rotterdam-cut""view":{"cit',
  'y":"auckland"}"view":{"city":"buenos-aires"}"view":{"city":"chicago"}"view":{"city":"kuala-lumpur"}"',
  'view":{"city":"lisbon"}"view":{"city":"nairobi"}"view":{"city":"rotterdam"}"view":{"city":"sao-paulo',
  '"}{"schemaVersion":1,"modelVersion":1,"dataVersion":"00000000","coverage":0.6,"document":{"levers":[',
  '],"horizon":5,"target":{"kind":"median"},"overrides":{},"seed":1,"draws":1000,"view":{"city":"all"}}',
  ',"basis":{"cities":["auckland","buenos-aires","chicago","kuala-lumpur","lisbon","nairobi","rotterdam',
  '","sao-paulo"],"initiatives":[[10,6,3,0,14],[11,8,8,1,10],[7,5,5,6,5],[10,2,9,0,3],[12,10,7,1,6],[13',
  ',3,7,2,5],[5,6,3,1,3],[21,16,7,1,11]],"actors":[[9,5,3,0,8],[5,5,3,1,4],[3,3,3,3,3],[5,2,7,0,3],[5,5',
  ',4,1,3],[6,3,7,3,3],[4,6,3,1,3],[7,9,6,1,7]],"partnerships":[[4,1,10,3],[1,4,8,6],[3,8,5,6],[1,3,3,5',
  '],[0,2,5,4],[0,3,7,2],[1,1,7,0],[0,16,8,12]],"assumptions":{"cost-social":[32000,220000,1500000,"log',
  '-triangular"],"cost-cultural":[29000,200000,1400000,"log-triangular"],"cost-legal":[45000,310000,220',
  '0000,"log-triangular"],"cost-political":[6400,45000,310000,"log-triangular"],"cost-economic":[12000,',
  '83000,580000,"log-triangular"],"weight-social":[1,1,1,"fixed"],"weight-cultural":[1,1,1,"fixed"],"we',
  'ight-legal":[1,1,1,"fixed"],"weight-political":[1,1,1,"fixed"],"weight-economic":[1,1,1,"fixed"],"pa',
  'ss-through":[0.5,0.75,1,"triangular"],"private-share":[0.25,0.5,0.75,"triangular"],"discount-rate":[',
  '0.01,0.03,0.05,"triangular"],"breadth-threshold":[3,3,3,"fixed"],"mapping-year":[2013,2013,2013,"fix',
  'ed"],"public-share-auckland":[0.548,0.778,0.91,"triangular"],"public-share-buenos-aires":[0.273,0.47',
  '4,0.683,"triangular"],"public-share-chicago":[0.197,0.364,0.57,"triangular"],"public-share-kuala-lum',
  'pur":[0.138,0.333,0.609,"triangular"],"public-share-lisbon":[0.213,0.455,0.72,"triangular"],"public-',
  'share-nairobi":[0.32,0.583,0.807,"triangular"],"public-share-rotterdam":[0.565,0.889,0.98,"triangula',
  'r"],"public-share-sao-paulo":[0.117,0.222,0.381,"triangular"]}}}',
].join("");

/** The levers, targets and views of the first, and a record of scenario version 2. */
const version2 = [
  version1.slice(0, version1.indexOf('{"schemaVersion"')),
  // prettier-ignore
  '"costing":"by-dimension"',
  '{"schemaVersion":2,"modelVersion":2,"dataVersion":"00000000","coverage":0.6,"document":{"levers":[],',
  '"horizon":5,"target":{"kind":"median"},"overrides":{},"seed":1,"draws":1000,"view":{"city":"all"}},"',
  'basis":{"cities":["auckland","buenos-aires","chicago","kuala-lumpur","lisbon","nairobi","rotterdam",',
  '"sao-paulo"],"initiatives":[[10,6,3,0,14],[11,8,8,1,10],[7,5,5,6,5],[10,2,9,0,3],[12,10,7,1,6],[13,3',
  ',7,2,5],[5,6,3,1,3],[21,16,7,1,11]],"actors":[[9,5,3,0,8],[5,5,3,1,4],[3,3,3,3,3],[5,2,7,0,3],[5,5,4',
  ',1,3],[6,3,7,3,3],[4,6,3,1,3],[7,9,6,1,7]],"partnerships":[[4,1,10,3],[1,4,8,6],[3,8,5,6],[1,3,3,5],',
  '[0,2,5,4],[0,3,7,2],[1,1,7,0],[0,16,8,12]],"assumptions":{"cost-initiative":[1900,96000,4800000,"log',
  '-triangular"],"cost-social":[4400,220000,11000000,"log-triangular"],"cost-cultural":[4000,200000,100',
  '00000,"log-triangular"],"cost-legal":[6200,310000,16000000,"log-triangular"],"cost-political":[890,4',
  '5000,2300000,"log-triangular"],"cost-economic":[1600,83000,4200000,"log-triangular"],"price-level-au',
  'ckland":[0.94,1.18,1.47,"log-triangular"],"price-level-buenos-aires":[0.58,0.72,0.9,"log-triangular"',
  '],"price-level-chicago":[0.79,0.99,1.24,"log-triangular"],"price-level-kuala-lumpur":[0.37,0.46,0.58',
  ',"log-triangular"],"price-level-lisbon":[0.62,0.77,0.96,"log-triangular"],"price-level-nairobi":[0.3',
  '5,0.44,0.55,"log-triangular"],"price-level-rotterdam":[0.84,1.05,1.31,"log-triangular"],"price-level',
  '-sao-paulo":[0.63,0.79,0.99,"log-triangular"],"public-share-auckland":[0.548,0.778,0.91,"split-trian',
  'gular"],"public-share-buenos-aires":[0.273,0.474,0.683,"split-triangular"],"public-share-chicago":[0',
  '.197,0.364,0.57,"split-triangular"],"public-share-kuala-lumpur":[0.138,0.333,0.609,"split-triangular',
  '"],"public-share-lisbon":[0.213,0.455,0.72,"split-triangular"],"public-share-nairobi":[0.32,0.583,0.',
  '807,"split-triangular"],"public-share-rotterdam":[0.565,0.889,0.98,"split-triangular"],"public-share',
  '-sao-paulo":[0.117,0.222,0.381,"split-triangular"],"pass-through":[0,0.5,1,"triangular"],"co-funding',
  '":[0,0.5,1,"triangular"],"crowding-out":[0,0.1,0.2,"triangular"],"private-share":[0,0.5,1,"triangula',
  'r"],"discount-rate-auckland":[0.03,0.05,0.08,"triangular"],"discount-rate-buenos-aires":[0.03,0.05,0',
  '.08,"triangular"],"discount-rate-chicago":[0.03,0.05,0.08,"triangular"],"discount-rate-kuala-lumpur"',
  ':[0.03,0.05,0.08,"triangular"],"discount-rate-lisbon":[0.03,0.05,0.07,"triangular"],"discount-rate-n',
  'airobi":[0.03,0.05,0.08,"triangular"],"discount-rate-rotterdam":[0.01,0.03,0.05,"triangular"],"disco',
  'unt-rate-sao-paulo":[0.03,0.05,0.08,"triangular"],"cost-correlation":[0.5,0.5,0.5,"fixed"],"public-s',
  'hare-correlation":[0.5,0.5,0.5,"fixed"],"weight-social":[1,1,1,"fixed"],"weight-cultural":[1,1,1,"fi',
  'xed"],"weight-legal":[1,1,1,"fixed"],"weight-political":[1,1,1,"fixed"],"weight-economic":[1,1,1,"fi',
  'xed"],"breadth-threshold":[3,3,3,"fixed"],"mapping-year":[2013,2013,2013,"fixed"]}}}',
].join("");

/**
 * Texts that deflate may point back to, so that a link says only in what it differs from them: names of fields, and
 * the evidence as it stood when the dictionary was made. Nothing reads a figure from here. A revised figure only
 * makes links a few letters longer.
 *
 * The first letter of a link is the number of its dictionary (1 is the first). A dictionary that a link was ever
 * written with may never change by a letter, or that link is lost: add another at the end instead.
 */
export const dictionaries: readonly string[] = [version1, version2];

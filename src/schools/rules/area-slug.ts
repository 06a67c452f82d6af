/** An area's name as it is written in a web address: "Bath and North East Somerset" is `bath-and-north-east-somerset`. */
export function areaSlug(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

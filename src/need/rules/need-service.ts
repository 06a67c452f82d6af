/** A local authority or trust that judges the need of its schools. */
export interface NeedService {
  id: string;
  kind: 'local authority' | 'trust';
  name: string;
}

import { library } from '../tooling/tsup.preset.ts';

// `node:sqlite` has no name without the protocol.
export default library({ index: 'src/index.ts' }, { removeNodeProtocol: false });
